import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bodiesBeside } from '../../../src/read-model/tables/bodies.js';
import { LIST_KINDS } from '../../../src/read-model/tables/list-kinds.js';
import { CHUNK_BYTES, firstKey, Lists } from '../../../src/read-model/tables/lists.js';
import { startAnew } from '../../../src/read-model/tables/open-read-model-file.js';
import type { ReadModelFile } from '../../../src/read-model/tables/read-model-file.js';

const KIND = LIST_KINDS.statements;
const LIST = 7;
/** Three pieces, the last one short, of every byte that there is: zeros, and what is no text. */
const WRITTEN = Buffer.from(Array.from({ length: 2 * CHUNK_BYTES + 1_000 }, (_, i) => (i * 31 + (i >> 8)) & 0xff));

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
let file: ReadModelFile;
let lists: Lists;
beforeAll(() => {
  const path = join(folder, 'read-model.sqlite');
  file = startAnew(path, bodiesBeside(path, true));
  const write = (list: number, bytes: Buffer): void => {
    for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
      file.run(
        'INSERT INTO chunk (key, bytes) VALUES (?, ?)',
        firstKey(KIND, list) + from / CHUNK_BYTES,
        bytes.subarray(from, from + CHUNK_BYTES),
      );
  };
  // Neighbours stay out of it.
  write(LIST - 1, WRITTEN);
  write(LIST, WRITTEN);
  write(LIST + 1, WRITTEN);
  lists = new Lists(file);
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 5, 2 * CHUNK_BYTES + 999])('from its byte %i on', (from) => {
  expect(lists.bytes(KIND, LIST, from).equals(WRITTEN.subarray(from))).toBe(true);
});

it('behind its end, and where there is none, it is empty', () => {
  expect(lists.bytes(KIND, LIST, WRITTEN.length)).toHaveLength(0);
  expect(lists.bytes(KIND, LIST, 3 * CHUNK_BYTES)).toHaveLength(0);
  expect(lists.bytes(KIND, LIST + 2)).toHaveLength(0);
});
