import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import type { EventStore, RecordedEvent } from '../../../src/event-store/event-store.js';
import { Extracts } from '../../../src/read-model/extracting/extracts.js';
import { reportVersions } from '../../../src/read-model/reading/report-record.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { type ExtractingAhead, Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import type { RebuildProgress } from '../../../src/read-model/rebuilding/rebuild-progress.js';
import { marksOf } from '../../../src/read-model/tables/log-marks.js';
import { RunningRoot } from '../../../src/read-model/tables/running-root.js';
import { Story } from '../../support/histories-by-hand.js';
import { folder, logAndReadModel, rowsOf, scratch, stored, toAppend } from './files.js';

/** A read model that has applied a story with a report that was retracted. */
async function setting(own: ReturnType<typeof folder>): ReturnType<typeof logAndReadModel> {
  const story = new Story();
  story.position('r', 'a', 'demands', { occurred: '2026-01-02' });
  story.remove('ReportRetracted', 'r', '2026-01-09');
  return logAndReadModel(own, story);
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

/** What another thread would hand over, three events at a time. @param knowsRoots from the beginning of the log on */
function extractedAhead(store: EventStore, knowsRoots: boolean, before: () => Promise<void> = async () => undefined): ExtractingAhead {
  return {
    async *batches(after, upTo) {
      const extracts = new Extracts(knowsRoots && after === 0n ? new RunningRoot() : undefined);
      await before();
      for await (const events of store.readAll(after)) {
        for (const event of events.filter(({ position }) => position <= upTo)) {
          extracts.add(event);
          if (extracts.events === 3) yield extracts.hand();
        }
      }
      if (extracts.events > 0) yield extracts.hand();
    },
  };
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

  it.each([true, false])('gives the same rows of what is extracted ahead, and knows its log again (with roots: %s)', async (knowsRoots) => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const [rows, marks] = [rowsOf(readModel.rows), marksOf(readModel.rows)];
    const rebuild = new Rebuild(store, readModel, { extracting: extractedAhead(store, knowsRoots) });
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: true, error: null });
    expect(rowsOf(readModel.rows)).toEqual(rows);
    expect(marks).toHaveLength(2);
    expect(marksOf(readModel.rows)).toEqual(marks);
  });

  it('goes on behind the roots that another thread worked out', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const extra = new Story().position('late', 'b', 'rejects');
    const extracting = extractedAhead(store, true, async () => {
      await store.append('report-n.late', [toAppend(extra)], 'no-stream');
      for await (const events of store.readAll(readModel.applied)) readModel.apply(events);
    });
    const rebuild = new Rebuild(store, readModel, { extracting });
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: true, error: null });
    expect(readModel.applied).toBe(await store.head());
  });

  it('mends rows that were wrong, and says that they were', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const before = rowsOf(readModel.rows);
    readModel.rows.run('DELETE FROM report_key');
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
    const file = basename(readModel.path);
    expect(readdirSync(own.path).filter((name) => name.startsWith('r.db'))).toEqual([file, `${file}-bodies`, `${file}.lock`]);
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
    expect(reportVersions(readModel.rows, 'n', 'late', readModel.applied)).toHaveLength(1);
  });
});

describe('a rebuild, while it compares', () => {
  /** Calls back at the first turn in which it compares; what it then does is done while it goes on. */
  async function whenComparing(rebuild: Rebuild, action: () => unknown): Promise<void> {
    const running = rebuild.run();
    while (rebuild.progress?.phase === 'building' && rebuild.isRunning) await nextRound();
    expect(rebuild.progress).toMatchObject({ state: 'running', phase: 'comparing', same: null });
    await action();
    await running;
  }

  it('lets events go on into both files, and both are still the same', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const late = new Story().position('late', 'b', 'rejects');
    await store.append('report-n.late', [toAppend(late)], 'no-stream');
    const later: RecordedEvent[] = [];
    for await (const events of store.readAll(readModel.applied)) later.push(...events);
    const rebuild = new Rebuild(store, readModel);
    await whenComparing(rebuild, () => {
      readModel.apply(later);
    });
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: true, position: await store.head() });
    expect(reportVersions(readModel.rows, 'n', 'late', readModel.applied)).toHaveLength(1);
  });

  it('can be stopped, and leaves nothing', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const before = rowsOf(readModel.rows);
    const rebuild = new Rebuild(store, readModel);
    await whenComparing(rebuild, () => rebuild.stop());
    expect(rebuild.progress).toMatchObject({ state: 'failed', error: 'stopped', same: null });
    expect(rowsOf(readModel.rows)).toEqual(before);
    expect(filesBeside(own)).toEqual([]);
  });

  it('swaps without a comparison where the file in use turns out to be damaged', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const before = rowsOf(readModel.rows);
    const rebuild = new Rebuild(store, readModel);
    await whenComparing(rebuild, () => {
      scratch(readModel);
    });
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: null, cleared: null });
    expect(rowsOf(readModel.rows)).toEqual(before);
  });
});

describe('a rebuild beside a file in use', () => {
  it('that is empty ends at the head of the log, with nothing to compare', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const before = rowsOf(readModel.rows);
    readModel.close();
    rmSync(readModel.path);
    const empty = new ReadModel(readModel.path);
    const rebuild = new Rebuild(store, empty);
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: null, position: await store.head() });
    expect(rowsOf(empty.rows)).toEqual(before);
    empty.close();
  });

  it('that holds more than the log fails, and says so', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    const story = new Story();
    const extra = story.position('extra', 'b', 'rejects');
    readModel.apply(stored([{ ...extra, position: readModel.applied + 1n }]));
    const rebuild = new Rebuild(store, readModel);
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'failed', error: expect.stringMatching(/the log ends before @/) as string });
    expect(filesBeside(own)).toEqual([]);
  });

  it('tells percent, rate and time left, which end at all and nothing', async () => {
    using own = folder();
    await using world = await setting(own);
    const { store, readModel } = world;
    let now = 0;
    const seen: (RebuildProgress | undefined)[] = [];
    const rebuild: Rebuild = new Rebuild(
      readingSlowly(store, () => {
        now += 1_000;
        seen.push(rebuild.progress);
      }),
      readModel,
      { now: () => now },
    );
    await rebuild.run();
    expect(seen[0]).toMatchObject({ phase: 'building', percent: 0, eventsPerSecond: null, secondsLeft: null });
    expect(rebuild.progress).toMatchObject({ state: 'swapped', percent: 100, secondsLeft: 0 });
    expect(rebuild.progress?.eventsPerSecond).toBeGreaterThan(0);
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
        void rebuild().stop();
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
