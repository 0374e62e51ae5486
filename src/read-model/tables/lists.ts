import type { ListKind } from './list-kinds.js';
import type { ReadModelFile } from './read-model-file.js';
import { select, whereKey } from './row-sql.js';

/** A list is kept in pieces of so many bytes, of which the last one may be shorter. */
export const CHUNK_BYTES = 8_192;

/** The key of a chunk holds the kind of its list (32), the list (2^28) and its place in the list (2^20): a safe integer. */
const CHUNKS = 2 ** 20;
const LISTS = 2 ** 28;

const SELECT_ONE = select('chunk', ['bytes'], whereKey('chunk'));
const SELECT_END = 'SELECT key, length(bytes) AS bytes FROM chunk WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1';
/** All pieces at once: handed over one by one, they would leave the memory in pieces, too. Text that SQLite makes of bytes is these bytes. */
const SELECT_FROM = `
  SELECT CAST(group_concat(bytes, '') AS BLOB) AS bytes
  FROM (SELECT bytes FROM chunk WHERE key BETWEEN ? AND ? ORDER BY key)`;

/** Reads lists as they are written. They only ever grow: what was read once stays the beginning of its list. */
export class Lists {
  constructor(protected readonly file: ReadModelFile) {}

  /** How many bytes a list has. */
  lengthOf(kind: ListKind, list: number): number {
    this.file.requireLists(kind);
    const first = firstKey(kind, list);
    const end = this.file.get<{ key: number; bytes: number }>(SELECT_END, first, first + CHUNKS - 1);
    return end === undefined ? 0 : (end.key - first) * CHUNK_BYTES + end.bytes;
  }

  /** A list from one of its bytes on; left out: all of it. */
  bytes(kind: ListKind, list: number, from = 0): Buffer {
    this.file.requireLists(kind);
    const first = firstKey(kind, list);
    const chunk = Math.floor(from / CHUNK_BYTES);
    const row = this.file.get<{ bytes: Uint8Array | null }>(SELECT_FROM, first + chunk, first + CHUNKS - 1);
    const bytes = row?.bytes ? bufferOf(row.bytes) : Buffer.alloc(0);
    return from === 0 ? bytes : bytes.subarray(from - chunk * CHUNK_BYTES);
  }

  /** One piece of a list; empty behind its end. */
  chunk(kind: ListKind, list: number, chunk: number): Buffer {
    this.file.requireLists(kind);
    const key = firstKey(kind, list) + chunk;
    const row = this.file.get(SELECT_ONE, key);
    return row === undefined ? Buffer.alloc(0) : bufferOf(row.bytes);
  }

  /** A whole list of numbers. */
  numbers(kind: ListKind, list: number): Int32Array {
    return numbersIn(this.bytes(kind, list));
  }
}

/** The key of the first chunk of a list. */
export function firstKey(kind: ListKind, list: number): number {
  return (kind * LISTS + list) * CHUNKS;
}

/** The key that its last chunk could have. */
export function lastKey(kind: ListKind, list: number): number {
  return firstKey(kind, list) + CHUNKS - 1;
}

/** Bytes as the numbers of four bytes that they hold. */
export function numbersIn(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
