import type { Span } from '../../event-store/unread-event.js';

const [A, Z, TO_SMALL] = [0x41, 0x5a, 0x20];
const BITS = 6;
const OF_ONE = 0x80;
/** The first bytes of characters of two and of three bytes. */
const [OF_TWO, OF_THREE, OF_FOUR] = [0xc2, 0xe0, 0xf0];
const FIRST_OF_TWO = 0x80;
const FIRST_OF_THREE = 0x800;
const FIRST_BEYOND = 0x10000;
const BLOCK = 1 << BITS;
const REST = BLOCK - 1;
/** What it becomes depends on what stands around it. */
const SIGMA = 'Σ';

/** What a character of two bytes becomes; 0 where that is not one of two bytes, whatever stands around it. */
const SMALL_OF_TWO = Uint16Array.from({ length: FIRST_OF_THREE }, (_, code) => {
  const [big, small] = [String.fromCharCode(code), String.fromCharCode(code).toLowerCase()];
  const isOne = code >= FIRST_OF_TWO && big !== SIGMA && small.length === 1;
  const becomes = small.charCodeAt(0);
  return isOne && becomes >= FIRST_OF_TWO && becomes < FIRST_OF_THREE ? becomes : 0;
});

/** Of the first two bytes of a character of three, whether all that begin with them are small or have no small letter; there are no halves of pairs among them. */
const IS_SMALL = Uint8Array.from({ length: FIRST_BEYOND / BLOCK }, (_, block) => {
  const text = String.fromCharCode(...Array.from({ length: BLOCK }, (_, i) => block * BLOCK + i));
  return block * BLOCK >= FIRST_OF_THREE && text.isWellFormed() && text.toLowerCase() === text ? 1 : 0;
});

/** What a byte of ASCII becomes. */
const SMALL_OF_ONE = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= A && byte <= Z ? byte + TO_SMALL : byte));

/**
 * Writes a text in small letters, as long as it is.
 * @returns whether that was so simple: else it may become longer, or is no UTF-8, and what is written means nothing
 */
export function writeSmallLetters({ bytes, start, end }: Span, to: Buffer, place: number): boolean {
  let at = start;
  let written = place;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte < OF_ONE) {
      to[written] = SMALL_OF_ONE[byte] as number;
      at += 1;
      written += 1;
      continue;
    }
    const length = byte < OF_THREE ? 2 : 3;
    if (byte < OF_TWO || byte >= OF_FOUR || at + length > end || !isSimple(bytes, at, length)) return false;
    const next = bytes[at + 1] as number;
    const small = length === 2 ? (SMALL_OF_TWO[codeOf(byte, next)] as number) : 0;
    to[written] = length === 2 ? 0xc0 | (small >> BITS) : byte;
    to[written + 1] = length === 2 ? OF_ONE | (small & REST) : next;
    if (length === 3) to[written + 2] = bytes[at + 2] as number;
    at += length;
    written += length;
  }
  return true;
}

/** Whether a character of two or three bytes is one, and becomes one of as many. */
function isSimple(bytes: Buffer, at: number, length: number): boolean {
  const [first, next] = [bytes[at] as number, bytes[at + 1] as number];
  if (!goesOn(next)) return false;
  return length === 2
    ? SMALL_OF_TWO[codeOf(first, next)] !== 0
    : IS_SMALL[codeOf(first, next) & (FIRST_BEYOND / BLOCK - 1)] === 1 && goesOn(bytes[at + 2] as number);
}

/** The bits of two bytes that a character has of them. */
function codeOf(first: number, next: number): number {
  return ((first & 0x1f) << BITS) | (next & REST);
}

/** Whether a byte is one of those behind the first of a character. */
function goesOn(byte: number): boolean {
  return byte >> BITS === 2;
}
