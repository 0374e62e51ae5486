/** A SHA-256 in a list of numbers: eight of 32 bits. */
export const ROOT_WORDS = 8;
const WORD_BYTES = 4;

export function wordsOf(hex: string): number[] {
  const bytes = Buffer.alloc(ROOT_WORDS * WORD_BYTES);
  // What is no hash, in a log that was tampered with, gives eight words, too.
  bytes.write(hex, 'hex');
  const words: number[] = [];
  for (let at = 0; at < bytes.length; at += WORD_BYTES) words.push(bytes.readInt32BE(at));
  return words;
}

export function hexOf(words: Int32Array): string {
  const bytes = Buffer.allocUnsafe(words.length * WORD_BYTES);
  words.forEach((word, i) => bytes.writeInt32BE(word, i * WORD_BYTES));
  return bytes.toString('hex');
}
