import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { LIST_KINDS } from './list-kinds.js';
import type { Lists } from './lists.js';

/** The summaries of a group that is complete, made small. */
export function pack(summaries: Buffer): Buffer {
  return zstdCompressSync(summaries);
}

/** The summaries of a group that is complete; undefined of one that is not. */
export function packedSummaries(lists: Lists, group: number): Buffer | undefined {
  const bytes = lists.bytes(LIST_KINDS.packedSummaries, group);
  return bytes.length === 0 ? undefined : zstdDecompressSync(bytes);
}
