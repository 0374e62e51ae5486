import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RevisionConflict } from '../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { collect } from './collect.js';
import { describeEventStore } from './event-store.contract.js';
import { idsOf, newEvents } from './new-event.js';

describeEventStore('the embedded store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
  return {
    open: async () => new SqliteEventStore(join(folder, 'log.db'), Date.now),
    discard: () => rm(folder, { recursive: true }),
  };
});

describe('appends that are made together', () => {
  let folder: string;
  let store: SqliteEventStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'event-store-'));
    store = new SqliteEventStore(join(folder, 'log.db'), Date.now);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const recorded = async (): Promise<string[]> => idsOf((await collect(store.readAll())).flat());
  const append = (stream: string, count: number, expected: bigint | 'no-stream' = 'no-stream') => ({
    stream,
    events: newEvents(count),
    expected,
  });

  it('are recorded in their order, several to one stream too', async () => {
    const appends = [append('a', 2), append('b', 1), append('a', 1, 1n)];
    const appended = await store.appendTogether(appends);
    expect(appended.map(({ revision, position }) => [revision, position])).toEqual([
      [1n, 2n],
      [0n, 3n],
      [2n, 4n],
    ]);
    expect(await recorded()).toEqual(appends.flatMap(({ events }) => idsOf(events)));
  });

  it('are none of them recorded where one conflicts, and those of others that come with them are', async () => {
    const before = append('b', 1);
    await store.append('b', before.events, 'no-stream');
    const other = append('c', 1);
    const together = store.appendTogether([append('a', 2), append('b', 1)]);
    const alone = store.append('c', other.events, 'no-stream');
    await expect(together).rejects.toBeInstanceOf(RevisionConflict);
    await alone;
    expect(await recorded()).toEqual(idsOf([...before.events, ...other.events]));
  });

  it('are recorded once where they are made again', async () => {
    const appends = [append('a', 1), append('b', 2)];
    const appended = await store.appendTogether(appends);
    expect(await store.appendTogether(appends)).toEqual(appended);
    expect(await recorded()).toHaveLength(3);
  });
});
