/** Says names as a language lists them: "A, B and C". It is made once: to make it takes longer than to use it a hundred times. */
export function listing(language: string): (names: readonly string[]) => string {
  const format = new Intl.ListFormat(language, { type: 'conjunction' });
  return (names) => format.format(names);
}
