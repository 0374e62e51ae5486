/** A SHA-256 in a list of numbers: eight of 32 bits. */
export const ROOT_WORDS = 8;
export const ROOT_BYTES = 32;
const WORD_BYTES = 4;
const DIGITS_OF_WORD = 8;
const BITS_OF_DIGIT = 4;
const [ZERO, NINE] = [0x30, 0x39];
/** What is taken from a small letter to have the digit that it is. */
const TEN = 0x61 - 10;

/** Of one hash at a time: there is one for each event. */
const written = Buffer.alloc(ROOT_BYTES);

/** A hash of hexadecimal digits as eight numbers. */
export function wordsOf(hex: string): number[] {
  // What is no hash, in a log that was tampered with, gives eight words, too.
  written.fill(0);
  written.write(hex, 'hex');
  return wordsIn(written);
}

/** The same of its digits in bytes, small letters among them. */
export function wordsInHex({ bytes, start }: { readonly bytes: Uint8Array; readonly start: number }): number[] {
  const words: number[] = [];
  for (let word = 0, at = start; word < ROOT_WORDS; word += 1) {
    let number = 0;
    for (const end = at + DIGITS_OF_WORD; at < end; at += 1) {
      const byte = bytes[at] as number;
      number = (number << BITS_OF_DIGIT) | (byte > NINE ? byte - TEN : byte - ZERO);
    }
    words.push(number);
  }
  return words;
}

/** The eight numbers of a hash in bytes. */
export function wordsIn(bytes: Buffer): number[] {
  const words: number[] = [];
  for (let at = 0; at < ROOT_BYTES; at += WORD_BYTES) words.push(bytes.readInt32BE(at));
  return words;
}

/** A hash of eight numbers in hexadecimal digits. */
export function hexOf(words: Int32Array): string {
  const bytes = Buffer.allocUnsafe(words.length * WORD_BYTES);
  writeWords(words, bytes, 0);
  return bytes.toString('hex');
}

/** @param start where in the bytes the first word begins */
export function writeWords(words: ArrayLike<number>, bytes: Buffer, start: number): void {
  for (let i = 0; i < words.length; i += 1) bytes.writeInt32BE(words[i] as number, start + i * WORD_BYTES);
}
