import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '../../src/safekeeping/make-backup.js';
import { NotEmpty, restoreBackup } from '../../src/safekeeping/use-backup.js';
import { SafekeepingPlace } from './safekeeping-place.js';

const place = new SafekeepingPlace();
afterAll(() => {
  place.clear();
});

/** A backup of a log and of a file beside it. */
async function aBackup(): Promise<string> {
  const log = await place.aFilledLog(5);
  const keys = `${log}-keys.json`;
  writeFileSync(keys, '{}');
  return (await makeBackup({ log, others: [keys] }, `${log}-backups`, new Date(), () => undefined)).path;
}

it('of what it had copied by then', async () => {
  const backup = await aBackup();
  const into = `${backup}-restored`;
  const names = readdirSync(backup).filter((name) => name !== 'manifest.json');
  const kept = readFileSync(join(backup, 'log.sqlite'));
  rmSync(join(backup, 'log.sqlite'));
  expect(() => {
    restoreBackup(backup, into);
  }).toThrow('ENOENT');
  expect(readdirSync(into)).toEqual([]);
  writeFileSync(join(backup, 'log.sqlite'), kept);
  // As one that was killed leaves them.
  for (const name of names) writeFileSync(join(into, `${name}.unfinished`), 'half');
  restoreBackup(backup, into);
  expect(readdirSync(into).sort()).toEqual(names.sort());
  expect(readFileSync(join(into, 'log.sqlite')).equals(kept)).toBe(true);
});

it('and touches nothing that is there', async () => {
  const backup = await aBackup();
  const into = `${backup}-restored`;
  mkdirSync(join(into, 'log.sqlite.unfinished'), { recursive: true });
  for (const _ of [1, 2]) {
    expect(() => {
      restoreBackup(backup, into);
    }).toThrow(NotEmpty);
  }
  expect(readdirSync(into)).toEqual(['log.sqlite.unfinished']);
});
