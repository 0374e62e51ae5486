/** A SHA-256 in a list of numbers: eight of 32 bits. */
export const ROOT_WORDS = 8;
const DIGITS = 8;

export function wordsOf(hex: string): number[] {
  return Array.from({ length: ROOT_WORDS }, (_, i) => Number.parseInt(hex.slice(i * DIGITS, (i + 1) * DIGITS), 16) | 0);
}

export function hexOf(words: Int32Array): string {
  return [...words].map((word) => (word >>> 0).toString(16).padStart(DIGITS, '0')).join('');
}
