import { DatabaseSync } from 'node:sqlite';
import { hashOf, rootBehind, ROOT_OF_NOTHING } from '../../src/event-store/event-hash.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { copyLog, eventsOf } from '../../src/copying/copy-log.js';
import { type Verified, verifyFile } from '../../src/safekeeping/verify-log.js';
import type { KeptRoot } from '../../src/safekeeping/verification.js';
import { anEvent, SafekeepingPlace } from './safekeeping-place.js';

const place = new SafekeepingPlace();
afterAll(() => {
  place.clear();
});

const verify = (path: string, roots: readonly KeptRoot[] = []): Verified => verifyFile(path, roots, () => undefined);

/** What is found of a log of ten events, two to a stream, after something was done to its file. */
async function foundAfter(...statements: string[]): Promise<string[]> {
  const path = await place.aFilledLog(10);
  const file = new DatabaseSync(path);
  for (const statement of statements) file.exec(statement);
  file.close();
  return verify(path).findings.map(({ code, position, stream }) => [code, position, stream].filter((part) => part !== null).join(' '));
}

const LATER = (by: number): string => `UPDATE event SET position = -(position + ${String(by)}); UPDATE event SET position = -position`;

describe('a log as it was written', () => {
  it('has nothing to be found, and a root that everybody can work out', async () => {
    const path = await place.aFilledLog(10);
    const log = new SqliteEventStore(path, Date.now);
    let root = ROOT_OF_NOTHING;
    for await (const event of eventsOf(log)) {
      expect(event.metadata.sha256).toBe(hashOf(event));
      root = rootBehind(root, hashOf(event));
    }
    await log.close();
    expect(verify(path)).toEqual({ events: 10, withoutHash: 0, position: 10n, root, findings: [], findingCount: 0 });
  });

  it('is the same in a copy, root included', async () => {
    const path = await place.aFilledLog(10);
    const [from, to] = [path, place.newFile()].map((one) => new SqliteEventStore(one, Date.now)) as [SqliteEventStore, SqliteEventStore];
    for await (const _ of copyLog(from, to));
    await to.append('report-talks.new', [anEvent(99)], 'no-stream');
    const copied = [];
    for await (const event of eventsOf(to)) copied.push(event);
    const original = [];
    for await (const event of eventsOf(from)) original.push(event);
    expect(copied.slice(0, 10)).toEqual(original);
    expect(copied.at(-1)?.metadata.logSha256).toBe(original.at(-1)?.metadata.sha256);
    await Promise.all([from.close(), to.close()]);
  });
});

describe('what was done to a log is found, and named', () => {
  it.each([
    [
      'an event whose text was changed',
      ["UPDATE event SET data = replace(data, 'Nr. 3', 'Nr. 4') WHERE position = 4"],
      ['changed @4 report-talks.r-3'],
    ],
    [
      'one that was posted by somebody else',
      ["UPDATE event SET metadata = replace(metadata, 'desk', 'dusk') WHERE position = 2"],
      ['changed @2 report-talks.r-1'],
    ],
    ['another type, id or stream', ["UPDATE event SET type = 'PlanTabled' WHERE position = 7"], ['changed @7 report-talks.r-1']],
    [
      'a time that differs from the one inside',
      ["UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE position = 7"],
      ['changed @7 report-talks.r-1'],
    ],
    ['a blank that says nothing', ["UPDATE event SET data = data || ' ' WHERE position = 7"], ['changed @7 report-talks.r-1']],
    ['data that are no JSON', ["UPDATE event SET data = '{' WHERE position = 7"], ['changed @7 report-talks.r-1']],
    ['one that is gone', ['DELETE FROM event WHERE position = 8'], ['missing @9 report-talks.r-3']],
    [
      'the first of a stream that is gone',
      ['DELETE FROM event WHERE position = 2'],
      ['missing @3 report-talks.r-2', 'missing @7 report-talks.r-1'],
    ],
    ['the last ones, which are gone', ['DELETE FROM event WHERE position > 8'], ['missing']],
    [
      'one that is gone and whose place was closed',
      [
        'DELETE FROM event WHERE position = 8',
        'UPDATE event SET position = position - 1 WHERE position > 8',
        'UPDATE sqlite_sequence SET seq = 9',
      ],
      ['reordered @8 report-talks.r-3'],
    ],
    [
      'two that changed places',
      [
        'UPDATE event SET position = 99 WHERE position = 4',
        'UPDATE event SET position = 4 WHERE position = 3',
        'UPDATE event SET position = 3 WHERE position = 99',
        'UPDATE sqlite_sequence SET seq = 10',
      ],
      ['reordered @3 report-talks.r-3', 'reordered @4 report-talks.r-2', 'reordered @5 report-talks.r-4'],
    ],
    ['all of them moved', [LATER(1), 'UPDATE sqlite_sequence SET seq = 11'], ['missing @2 report-talks.r-0']],
    [
      'one that was put in twice',
      [
        "INSERT INTO event (id, stream, revision, type, data, metadata, recorded_at) SELECT 'f' || substr(id, 2), stream, revision + 1, type, data, metadata, recorded_at FROM event WHERE position = 10",
      ],
      ['changed @11 report-talks.r-4', 'reordered @11 report-talks.r-4', 'changed @11 report-talks.r-4'],
    ],
    [
      'a hash that was taken away',
      ["UPDATE event SET metadata = json_remove(metadata, '$.sha256', '$.streamSha256', '$.logSha256') WHERE position = 9"],
      ['without-hash @9 report-talks.r-3', 'reordered @10 report-talks.r-4'],
    ],
  ])('%s', async (_, statements, found) => {
    expect((await foundAfter(...statements)).filter((one, i, all) => all.indexOf(one) === i)).toEqual([...new Set(found)]);
  });

  it('an event that was replaced together with its own hash: what stands behind it tells', async () => {
    const path = await place.aFilledLog(10);
    const log = new SqliteEventStore(path, Date.now);
    const event = await log.eventAt(4n);
    await log.close();
    if (event === undefined) throw new Error('no event');
    const changed = { ...event, data: { ...(event.data as object), summary: 'Something else.' } };
    const metadata = { ...event.metadata, sha256: hashOf(changed) };
    const file = new DatabaseSync(path);
    file.prepare('UPDATE event SET data = ?, metadata = ? WHERE position = 4').run(JSON.stringify(changed.data), JSON.stringify(metadata));
    file.close();
    const found = verify(path).findings.map(({ code, position }) => `${code} ${position ?? ''}`);
    expect(found).toEqual(['reordered @5', 'changed @9']);
  });
});

describe('a root that was kept elsewhere', () => {
  it('proves what stands up to its position, and nothing behind it', async () => {
    const path = await place.aFilledLog(10);
    const kept = { position: 10n, sha256: verify(path).root };
    const log = new SqliteEventStore(path, Date.now);
    await log.append('report-talks.later', [anEvent(11)], 'no-stream');
    await log.close();
    expect(verify(path, [kept]).findings).toEqual([]);
    expect(verify(path, [{ ...kept, position: 9n }]).findings).toMatchObject([{ code: 'other-root' }]);
    expect(verify(path, [{ ...kept, position: 12n }]).findings).toMatchObject([{ code: 'missing' }]);
  });

  it('tells a log that was written anew, hashes and all', async () => {
    const kept = { position: 10n, sha256: verify(await place.aFilledLog(10)).root };
    expect(verify(await place.aFilledLog(10), [kept]).findings).toMatchObject([{ code: 'other-root' }]);
  });
});

describe('events of before there were hashes', () => {
  it('are told as such, and those behind them are verified', async () => {
    const path = place.newFile();
    const log = new SqliteEventStore(path, Date.now);
    const old = anEvent(1);
    await log.append(
      'report-talks.old',
      [{ ...old, isCopy: true, metadata: { ...old.metadata, recordedAt: '2026-01-01T00:00:00.000Z' } }],
      'no-stream',
    );
    await log.append('report-talks.old', [anEvent(2)], 0n);
    await log.close();
    expect(verify(path)).toMatchObject({ events: 2, withoutHash: 1, findings: [] });
    const file = new DatabaseSync(path);
    file.exec("UPDATE event SET data = replace(data, 'Nr. 1', 'Nr. 5') WHERE position = 1");
    file.close();
    expect(verify(path).findings.map(({ code, position }) => `${code} ${position ?? ''}`)).toEqual(['reordered @2', 'changed @2']);
  });
});
