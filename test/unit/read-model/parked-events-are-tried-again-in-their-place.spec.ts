import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { KeeperHere } from '../../../src/read-model/keeper-here.js';
import { degradedIssues, parkedEvents } from '../../../src/read-model/reading/parked-reader.js';
import { retryParked } from '../../../src/read-model/rebuilding/parked-retry.js';
import { BodiesInLog } from '../../../src/read-model/tables/bodies.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import { Story } from '../../support/histories-by-hand.js';
import { appendTo, folder, logAndReadModel, rowsOf } from './files.js';

const R = 1_000n;
type Reading = (event: RecordedEvent) => RecordedEvent;

/** A log that this program can read, and a read model that a program filled which could not read a part of it. */
async function filledBy(reading: Reading, own: ReturnType<typeof folder>) {
  const story = new Story();
  story.position('first', 'a', 'demands', { occurred: '2026-01-02' });
  story.remove('ReportRetracted', 'first', '2026-01-09');
  story.position('second', 'b', 'rejects', { occurred: '2026-01-03' });
  const { store, readModel: right } = await logAndReadModel(own, story);
  const rows = rowsOf(right.rows);
  right.close();
  const readModel = new ReadModel(own.file('older.db'), new BodiesInLog(own.file('log.db')));
  for await (const events of store.readAll()) readModel.apply(events.map(reading));
  return { store, readModel, rows, rebuild: new Rebuild(store, readModel) };
}

const notKnown: Reading = (event) => (event.stream === 'report-n.first' ? { ...event, type: `${event.type}OfTomorrow` } : event);

describe('parked events', () => {
  it('that can be read by now are in their place after a rebuild, and their issue is degraded no more', async () => {
    using own = folder();
    const { store, readModel, rows, rebuild } = await filledBy(notKnown, own);
    expect(parkedEvents(readModel.rows)).toHaveLength(2);
    expect([...degradedIssues(readModel.rows, 'n', R)]).toEqual(['i']);

    expect(await retryParked(store, readModel, rebuild)).toEqual({ status: 'rebuilding', parked: 2, tried: 2, promising: 2 });
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'parked', same: false, cleared: 2 });
    expect(parkedEvents(readModel.rows)).toEqual([]);
    expect(degradedIssues(readModel.rows, 'n', R).size).toBe(0);
    expect(rowsOf(readModel.rows)).toEqual(rows);
    readModel.close();
    await store.close();
  });

  it('that still cannot be read stay parked, and nothing is built for them', async () => {
    using own = folder();
    const { store, readModel, rebuild } = await filledBy((event) => event, own);
    await store.append('report-n.strange', [strangeEvent()], 'no-stream');
    for await (const events of store.readAll(readModel.applied)) readModel.apply(events);
    expect(await retryParked(store, readModel, rebuild)).toEqual({ status: 'still-parked', parked: 1, tried: 1, promising: 0 });
    expect(rebuild.progress).toBeUndefined();
    readModel.close();
    await store.close();
  });

  it('that miss what came behind them are tried, and stay parked: in its place each still misses it', async () => {
    using own = folder();
    const story = new Story();
    const { store, readModel } = await logAndReadModel(own, story);
    await appendTo(store, story.position('early-bird', 'a', 'demands', { source: 'to-come' }));
    await appendTo(store, story.source('to-come', '2026-01-08'));
    for await (const events of store.readAll(readModel.applied)) readModel.apply(events);
    const rebuild = new Rebuild(store, readModel);
    expect(await retryParked(store, readModel, rebuild)).toEqual({ status: 'rebuilding', parked: 1, tried: 1, promising: 1 });
    await rebuild.run();
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: true, cleared: 0 });
    expect(parkedEvents(readModel.rows)).toHaveLength(1);
    readModel.close();
    await store.close();
  });

  it('that are many are told and tried only in part', async () => {
    using own = folder();
    const { store, readModel } = await logAndReadModel(own, new Story());
    for (let n = 0; n < 120; n += 1) {
      await store.append(`report-n.strange-${String(n)}`, [{ ...strangeEvent(), id: randomUUID() }], 'no-stream');
    }
    readModel.close();
    const keeper = new KeeperHere(store, new ReadModel(own.file('many.db')), { jitter: () => 0, warn: () => undefined });
    await keeper.start();
    expect(await keeper.reaches(await store.head(), 10_000)).toBe(true);
    const { parked, parkedCount } = await keeper.status();
    expect([parked.length, parkedCount]).toEqual([100, 120]);
    expect(await keeper.retryParked()).toEqual({ status: 'still-parked', parked: 120, tried: 50, promising: 0 });
    await keeper.stop();
    keeper.close();
    await store.close();
  });

  it('are none: nothing is done', async () => {
    using own = folder();
    const { store, readModel, rebuild } = await filledBy((event) => event, own);
    expect(await retryParked(store, readModel, rebuild)).toEqual({ status: 'nothing-parked', parked: 0, tried: 0, promising: 0 });
    expect(rebuild.progress).toBeUndefined();
    readModel.close();
    await store.close();
  });
});

function strangeEvent() {
  const id = '00000000-0000-4000-8000-999999999999';
  const metadata = { postedBy: 'desk', correlationId: id, causationId: id, version: 1 };
  return { id, type: 'PositionDoubted', data: { issues: ['i'] }, metadata };
}
