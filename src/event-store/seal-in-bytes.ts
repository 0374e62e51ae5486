import { InstantsInBytes, isDigit } from './instants-in-bytes.js';
import type { Seal, Span } from './unread-event.js';

const [QUOTE, ESCAPE, COMMA, COLON, FIRST_PLAIN, ZERO] = [0x22, 0x5c, 0x2c, 0x3a, 0x20, 0x30];
const BEGINNING = Buffer.from('{"recordedAt":"');
const END = Buffer.from('"}');
const NULL = Buffer.from('null');
const [AT, VERSION, HASH] = [Buffer.from('recordedAt'), Buffer.from('version'), Buffer.from('sha256')];
/** Whether a byte stands within a text as it is. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte === QUOTE || byte === ESCAPE || byte < FIRST_PLAIN ? 0 : 1));
const LENGTH_OF_INSTANT = 24;
const LENGTH_OF_HASH = 64;
const TEN = 10;
/** No form of an event has a version of more. */
const MOST_DIGITS = 6;

/**
 * Finds the seal in the bytes of metadata where these are as the program writes them: members that are texts without an escape, null, or the version,
 * the instant first and the hash last, each of the three once. Nothing is then taken for what stands within a text, and the others need not be read.
 */
export class SealsInBytes {
  private readonly instants = new InstantsInBytes();

  /** @returns undefined where they are not */
  read({ bytes, start, end }: Span): Seal | undefined {
    const instant = start + BEGINNING.length;
    const endOfInstant = endOfText(bytes, instant);
    if (!isAt(bytes, start, BEGINNING) || endOfInstant !== instant + LENGTH_OF_INSTANT || bytes[endOfInstant] !== QUOTE) return undefined;
    const recordedAt = this.instants.read(bytes, instant);
    if (Number.isNaN(recordedAt)) return undefined;
    let version = 0;
    for (let at = endOfInstant + 1; at < end;) {
      const key = at + 2;
      const endOfKey = endOfText(bytes, key);
      if (bytes[at] !== COMMA || bytes[at + 1] !== QUOTE || bytes[endOfKey] !== QUOTE || bytes[endOfKey + 1] !== COLON) return undefined;
      const value = endOfKey + 2;
      if (isBetween(bytes, key, endOfKey, HASH)) {
        const sha256 = { bytes, start: value + 1, end: value + 1 + LENGTH_OF_HASH };
        const isLast = bytes[value] === QUOTE && isAt(bytes, sha256.end, END) && sha256.end + END.length === end;
        return isLast && version > 0 && isHexadecimal(sha256) ? { recordedAt, version, sha256 } : undefined;
      }
      if (isBetween(bytes, key, endOfKey, VERSION)) {
        if (version > 0 || bytes[value] === ZERO) return undefined;
        for (at = value; at < value + MOST_DIGITS && isDigit(bytes[at]); at += 1) version = TEN * version + (bytes[at] ?? ZERO) - ZERO;
      } else if (isBetween(bytes, key, endOfKey, AT)) return undefined;
      else if (bytes[value] === QUOTE) {
        const endOfValue = endOfText(bytes, value + 1);
        if (bytes[endOfValue] !== QUOTE) return undefined;
        at = endOfValue + 1;
      } else if (isAt(bytes, value, NULL)) at = value + NULL.length;
      else return undefined;
    }
    return undefined;
  }
}

/** Where a text ends: at its quote, or at what no text holds, or at an escape. */
function endOfText(bytes: Buffer, start: number): number {
  let at = start;
  while (IS_PLAIN[bytes[at] ?? QUOTE] === 1) at += 1;
  return at;
}

function isAt(bytes: Buffer, start: number, text: Buffer): boolean {
  for (let i = 0; i < text.length; i += 1) if (bytes[start + i] !== text[i]) return false;
  return true;
}

function isBetween(bytes: Buffer, start: number, end: number, text: Buffer): boolean {
  return end - start === text.length && isAt(bytes, start, text);
}

function isHexadecimal({ bytes, start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte) && !(byte >= 0x61 && byte <= 0x66)) return false;
  }
  return true;
}
