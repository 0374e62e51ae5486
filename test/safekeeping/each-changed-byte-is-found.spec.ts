import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { hash } from 'node:crypto';
import { jest } from '@jest/globals';
import { verifyFile } from '../../src/safekeeping/verify-log.js';
import { SafekeepingPlace } from './safekeeping-place.js';

const CHANGES = 200;
const place = new SafekeepingPlace();
afterAll(() => {
  place.clear();
});
jest.setTimeout(240_000);

/** Everything that SQLite gives of a log, by the table and by each index, as bytes: what a change leaves as it is has no effect on anybody. */
function everythingIn(path: string): string {
  const file = new DatabaseSync(path, { readOnly: true });
  try {
    const columns = ['position', 'id', 'stream', 'revision', 'type', 'data', 'metadata', 'recorded_at'];
    const row = columns.map((name) => `typeof(${name}) || hex(${name})`).join(" || '|' || ");
    const of = (from: string): unknown[] => file.prepare(`SELECT ${row} AS row FROM ${from}`).all();
    const all = [
      of('event NOT INDEXED ORDER BY position'),
      of('event INDEXED BY sqlite_autoindex_event_1 ORDER BY id'),
      of('event INDEXED BY sqlite_autoindex_event_2 ORDER BY stream, revision'),
      file.prepare('SELECT * FROM sqlite_sequence').all(),
      file.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all(),
      file.prepare('PRAGMA integrity_check').all(),
    ];
    return hash('sha256', JSON.stringify(all));
  } catch (error) {
    return `unreadable: ${(error as Error).message}`;
  } finally {
    file.close();
  }
}

function findings(path: string): number {
  try {
    return verifyFile(path, [], () => undefined).findingCount;
  } catch {
    // That it cannot be opened at all is told, too.
    return 1;
  }
}

/** The same numbers in each run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

it(`finds each of ${String(CHANGES)} single bytes that make a difference, wherever they lie in the file`, async () => {
  const path = await place.aFilledLog(150);
  const whole = readFileSync(path);
  const before = everythingIn(path);
  expect(findings(path)).toBe(0);
  const copy = place.newFile();
  const random = numbers(20_261_126);
  const next = (below: number): number => Math.floor((random.next().value as number) * below);
  let [found, withoutEffect] = [0, 0];
  const missed: number[] = [];
  while (found + missed.length < CHANGES) {
    const at = next(whole.length);
    const bytes = Buffer.from(whole);
    bytes[at] = whole.readUInt8(at) ^ (1 + next(255));
    writeFileSync(copy, bytes);
    if (findings(copy) > 0) found += 1;
    // What nobody can read, by any way, is as it was: free space, and counters of SQLite's own.
    else if (everythingIn(copy) === before) withoutEffect += 1;
    else missed.push(at);
  }
  expect({ missed, found }).toEqual({ missed: [], found: CHANGES });
  process.stdout.write(`${String(found)} changed bytes found, ${String(withoutEffect)} changed nothing that can be read\n`);
});
