import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import { Spool } from '../../../src/http/spool.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'spool-'))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const LIMITS = { inMemory: 1_000, waiting: 10_000_000 };
const TEXTS = Array.from({ length: 2_000 }, (_, i) => `${String(i)} ${'x'.repeat(i % 1_000)}\n`);

async function* each(texts: readonly string[], given: { count: number }): AsyncIterable<string> {
  for (const text of texts) {
    given.count += 1;
    yield text;
    await nextRound();
  }
}

async function read(spool: Spool): Promise<string> {
  let text = '';
  for await (const chunk of spool) text += String(chunk);
  return text;
}

it('all is taken though nobody reads, and read in its order then', async () => {
  const given = { count: 0 };
  const spool = new Spool(each(TEXTS, given), folder, LIMITS);
  while (given.count < TEXTS.length) await nextRound();
  expect(spool.waiting).toBeGreaterThan(900_000);
  expect(await read(spool)).toBe(TEXTS.join(''));
});

it('what is read at once is the same', async () => {
  expect(await read(new Spool(each(TEXTS, { count: 0 }), folder, LIMITS))).toBe(TEXTS.join(''));
});

it('no file is left, not even while it is in use', async () => {
  const given = { count: 0 };
  const spool = new Spool(each(TEXTS, given), folder, LIMITS);
  while (given.count < TEXTS.length) await nextRound();
  expect(readdirSync(folder)).toEqual([]);
  spool.destroy();
});

it('a reader that lets too much wait is cut off', async () => {
  const spool = new Spool(each(TEXTS, { count: 0 }), folder, { inMemory: 100, waiting: 100_000 });
  const failure = new Promise((resolve) => spool.once('error', resolve));
  expect(await failure).toBeInstanceOf(Error);
});

it('what befalls the source comes to the reader', async () => {
  const failing = (async function* () {
    yield 'first';
    await nextRound();
    throw new Error('the source failed');
  })();
  await expect(read(new Spool(failing, folder, LIMITS))).rejects.toThrow('the source failed');
});
