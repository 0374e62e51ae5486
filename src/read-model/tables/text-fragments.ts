const [ZERO, NINE, A, Z] = [0x30, 0x39, 0x61, 0x7a];
const FIRST_BEYOND_ASCII = 0x80;

/** Whether a byte of a text in small letters is of a fragment: a letter or digit of ASCII, or of any other character. */
export function isOfFragment(byte: number): boolean {
  return byte >= FIRST_BEYOND_ASCII || (byte >= A && byte <= Z) || (byte >= ZERO && byte <= NINE);
}

/**
 * The fragments into which blanks and punctuation cut a text, each once. Where a text holds another one, each fragment of that one lies within
 * one of its own.
 * @param text in small letters
 */
export function fragmentsOf(text: Buffer): Buffer[] {
  const fragments = new Map<string, Buffer>();
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (at < text.length && isOfFragment(text[at] as number)) at += 1;
    if (at > start) fragments.set(text.toString('latin1', start, at), text.subarray(start, at));
  }
  return [...fragments.values()];
}
