import { limits } from './limits.js';
import { EdgeProblem } from './problem-filter.js';

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether the bytes begin as a JSON array does. */
export function looksLikeArray(body: Uint8Array): boolean {
  const bytes = withoutMark(body);
  return bytes[afterBlanks(bytes, 0)] === OPEN_LIST;
}

/**
 * The members of a JSON array, each as the bytes that were sent, so that a large one is parsed bit by bit. Whether a member is
 * JSON is for its parser to say; all between and behind the members is looked at here.
 * @param body that looks like an array
 * @returns null for a member that is longer than is taken
 * @throws EdgeProblem `malformed-json`
 */
export function* jsonElements(body: Uint8Array): Generator<Uint8Array | null> {
  const bytes = withoutMark(body);
  let at = afterBlanks(bytes, 0) + 1;
  if (bytes[afterBlanks(bytes, at)] === CLOSE_LIST) {
    requireEnd(bytes, afterBlanks(bytes, at));
    return;
  }
  for (;;) {
    const end = endOfMember(bytes, at);
    const member = bytes.subarray(at, end);
    yield member.length > limits.lineBytes ? null : member;
    if (bytes[end] === CLOSE_LIST) {
      requireEnd(bytes, end);
      return;
    }
    at = end + 1;
  }
}

/** Where the comma or the bracket behind a member stands. */
function endOfMember(bytes: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfString(bytes, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        if (depth === 0) return at;
        depth -= 1;
        break;
      case COMMA:
        if (depth === 0) return at;
    }
  }
  throw new EdgeProblem('malformed-json', 'The array does not end.');
}

function endOfString(bytes: Buffer, start: number): number {
  for (let end = bytes.indexOf(QUOTE, start + 1); end >= 0; end = bytes.indexOf(QUOTE, end + 1)) {
    let escapes = 0;
    while (bytes[end - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return bytes.length;
}

/** @param end where the last bracket should be */
function requireEnd(bytes: Buffer, end: number): void {
  const behind = afterBlanks(bytes, end + 1);
  if (behind < bytes.length) throw new EdgeProblem('malformed-json', `Something stands behind the array, at byte ${String(behind)}.`);
}

function afterBlanks(bytes: Buffer, start: number): number {
  let at = start;
  while (BLANKS.has(bytes[at] ?? 0)) at += 1;
  return at;
}

function withoutMark(body: Uint8Array): Buffer {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
}
