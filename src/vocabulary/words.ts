const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** The words of a text in small letters and without marks: "Türkiye" as "turkiye". */
export function plainWordsOf(text: string): string[] {
  return wordsOf(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
}
