export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** Says a number with the form of its noun that a language asks for: `#` stands for the number. */
export function plurals(language: string): (forms: Forms) => (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}

/** Numbers among which each form of each language is needed by one. */
const SAMPLES = Array.from({ length: 101 }, (_, i) => i);

const found = new WeakMap<(count: number) => string, Readonly<Record<string, string>>>();

/** The forms of a counted noun for whoever counts elsewhere. They are looked for once. @param said of {@link plurals} */
export function formsOf(said: (count: number) => string, language: string): Readonly<Record<string, string>> {
  let forms = found.get(said);
  if (forms === undefined) {
    forms = formsAmongSamples(said, language);
    found.set(said, forms);
  }
  return forms;
}

function formsAmongSamples(said: (count: number) => string, language: string): Readonly<Record<string, string>> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const byForm = new Map(SAMPLES.map((sample) => [rules.select(sample), sample]));
  return Object.fromEntries([...byForm].map(([form, sample]) => [form, said(sample).replace(numbers.format(sample), '#')]));
}
