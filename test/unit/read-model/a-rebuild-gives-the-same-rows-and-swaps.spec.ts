import { readdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EventStore, RecordedEvent } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuild.js';
import { Story } from '../../support/histories-by-hand.js';
import { streamOf } from '../../support/histories-log-writer.js';
import { folder, rowsOf, toAppend } from './files.js';

/** A story in a real log, and a read model that has applied it. */
async function setting(own: ReturnType<typeof folder>): Promise<{ store: SqliteEventStore; readModel: ReadModel } & AsyncDisposable> {
  const story = new Story();
  story.position('r', 'a', 'demands', { occurred: '2026-01-02' });
  story.remove('ReportRetracted', 'r', '2026-01-09');
  const store = new SqliteEventStore(own.file('log.db'), () => Date.UTC(2026, 0, 20));
  for (const recorded of story.log) {
    const { revision, event } = recorded;
    await store.append(streamOf(event), [toAppend(recorded)], revision === 0n ? 'no-stream' : revision - 1n);
  }
  const readModel = new ReadModel(own.file('r.db'));
  for await (const events of store.readAll()) readModel.apply(events);
  return {
    store,
    readModel,
    [Symbol.asyncDispose]: async () => {
      if (readModel.rows.isOpen) readModel.close();
      await store.close();
    },
  };
}

/** The store, with something done before each batch that is read. */
function readingSlowly(store: EventStore, beforeBatch: () => void | Promise<void>): EventStore {
  async function* slowly(after?: bigint): AsyncIterable<readonly RecordedEvent[]> {
    for await (const events of store.readAll(after)) {
      for (let i = 0; i < events.length; i += 5) {
        await beforeBatch();
        yield events.slice(i, i + 5);
      }
    }
  }
  return Object.assign(Object.create(store) as EventStore, { readAll: slowly });
}

const filesBeside = (own: { path: string }): string[] => readdirSync(own.path).filter((name) => name.includes('rebuild'));

describe('a rebuild', () => {
  it('gives the same rows, and leaves nothing beside them', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const [before, rows] = [rowsOf(readModel.rows), readModel.rows];
    const rebuild = new Rebuild(store, readModel);
    expect(rebuild.progress).toBeUndefined();
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({
      state: 'swapped',
      same: true,
      error: null,
      position: readModel.applied,
      head: readModel.applied,
    });
    expect(rowsOf(readModel.rows)).toEqual(before);
    expect(readModel.rows).not.toBe(rows);
    expect(filesBeside(own)).toEqual([]);
  });

  it('mends rows that were wrong, and says that they were', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const before = rowsOf(readModel.rows);
    readModel.rows.run(`UPDATE in_force SET o_lo = o_lo - 1`);
    const rebuild = new Rebuild(store, readModel);
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: false });
    expect(rowsOf(readModel.rows)).toEqual(before);
  });

  it('is taken up again after a restart, as any other file', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    await new Rebuild(store, readModel).run();
    const [before, { applied }] = [rowsOf(readModel.rows), readModel];
    readModel.close();
    const restarted = new ReadModel(readModel.path);
    expect(restarted.applied).toBe(applied);
    expect(rowsOf(restarted.rows)).toEqual(before);
    restarted.close();
    expect(readdirSync(own.path).filter((name) => name.startsWith('r.db'))).toEqual([basename(readModel.path)]);
  });

  it('lets reads and new events go on, and catches up with them', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const late = new Story();
    const extra = late.position('late', 'b', 'rejects');
    let batches = 0;
    const slow = readingSlowly(store, async () => {
      batches += 1;
      expect(rowsOf(readModel.rows).length).toBeGreaterThan(0);
      if (batches !== 2) return;
      await store.append('report-n.late', [toAppend(extra)], 'no-stream');
      for await (const events of store.readAll(readModel.applied)) readModel.apply(events);
    });
    const rebuild = new Rebuild(slow, readModel);
    const running = rebuild.run();
    expect(rebuild.isRunning).toBe(true);
    await running;
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: true, position: await store.head() });
    expect(readModel.rows.get(`SELECT 1 AS one FROM report WHERE id = 'late'`)).toEqual({ one: 1 });
  });
});

describe('an interrupted rebuild', () => {
  const FAILURES: readonly [string, (rebuild: () => Rebuild) => () => void, string][] = [
    [
      'by the log',
      () => () => {
        throw new Error('the log is gone');
      },
      'the log is gone',
    ],
    [
      'by a stop',
      (rebuild) => () => {
        rebuild().stop();
      },
      'stopped',
    ],
  ];

  it.each(FAILURES)('%s leaves the rows in use as they were, and no file', async (_, interrupt, error) => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const [before, rows] = [rowsOf(readModel.rows), readModel.rows];
    const rebuild: Rebuild = new Rebuild(
      readingSlowly(
        store,
        interrupt(() => rebuild),
      ),
      readModel,
    );
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'failed', error, same: null });
    expect(readModel.rows).toBe(rows);
    expect(rowsOf(readModel.rows)).toEqual(before);
    expect(filesBeside(own)).toEqual([]);
  });

  it('by the end of the process is cleared away at the next start', async () => {
    using own = folder();
    for (const suffix of ['', '-wal']) writeFileSync(own.file(`r.db.rebuild-00000000${suffix}`), 'half');
    await using world = await setting(own);
    expect(filesBeside(own)).toHaveLength(2);
    new Rebuild(world.store, world.readModel);
    expect(filesBeside(own)).toEqual([]);
  });
});
