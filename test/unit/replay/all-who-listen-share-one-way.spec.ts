import { LiveHub } from '../../../src/queries/replay/live-hub.js';
import type { ReadModel } from '../../../src/read-model/read-model.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { countReads } from '../../support/count-reads.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { LiveListener, unnumbered } from '../../support/live-listener.js';
import { walk } from './walk.js';

/** A story of which the last reports are recorded later. */
function told(later: number): { before: readonly Recorded[]; later: readonly Recorded[]; story: Story } {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: null, description: null, principals: [] });
  story.define('proposition', 'r', { issue: 'j', text: 'text of r' });
  for (const party of ['a', 'b', 'c']) story.position(`at-first-${party}`, party, 'undecided');
  const { length } = story.log;
  for (let i = 0; i < later; i += 1) {
    const proposition = i % 3 === 0 ? 'r' : 'p';
    story.position(`later-${String(i)}`, i % 2 === 0 ? 'a' : 'b', i % 5 === 0 ? 'rejects' : 'supports', { proposition, source: 'next' });
  }
  return { before: story.log.slice(0, length), later: story.log.slice(length), story };
}

const lastOf = (log: readonly Recorded[]): bigint => log.at(-1)?.position ?? 0n;

function record(readModel: ReadModel, events: readonly Recorded[]): void {
  for (const event of events) readModel.apply(asStored([event]));
}

it('100 get each step once, each step is worked out once', async () => {
  const counts = [];
  for (const size of [1, 100]) {
    const { before, later } = told(20);
    using indexed = new IndexedLog(before);
    const { readModel } = indexed;
    const hub = new LiveHub(readModel);
    const listeners = await Promise.all(
      Array.from({ length: size }, async () => LiveListener.join(hub, readModel, { from: '@0' }, readModel.applied)),
    );
    const count = countReads(readModel);
    const taking = listeners.map((listener) => listener.takeUntil(lastOf(later)));
    record(readModel, later);
    await Promise.all(taking);
    counts.push(count());
    const whole = (await walk(readModel, { axis: 'recorded' })).slice(-later.length).map((step, i) => ({ ...step, step: i + 1 }));
    for (const { steps } of listeners) expect(steps).toEqual(whole);
    expect(hub.size).toBe(1);
    for (const listener of listeners) await listener.leave();
    expect(hub.size).toBe(0);
  }
  expect(counts[1]).toBe(counts[0]);
});

it('one who joins in the middle gets what is recorded already, then what all get, numbered from 1', async () => {
  const { before, later } = told(20);
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const hub = new LiveHub(readModel);
  const first = await LiveListener.join(hub, readModel);
  await first.takeUntil(lastOf(before));
  const waiting = first.take();
  while (hub.size < 1) await new Promise(setImmediate);
  expect(hub.size).toBe(1);
  record(readModel, later.slice(0, 10));
  await waiting;
  const second = await LiveListener.join(hub, readModel);
  await second.takeUntil(lastOf(before));
  record(readModel, later.slice(10));
  await Promise.all([first.takeUntil(lastOf(later)), second.takeUntil(lastOf(later))]);
  const whole = await walk(readModel, { axis: 'recorded' });
  expect(first.steps).toEqual(whole);
  expect(second.steps).toEqual(whole);
  await first.leave();
  await second.leave();
});

it('each gets the steps of its own issue, numbered by itself', async () => {
  const { before, later } = told(20);
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const hub = new LiveHub(readModel);
  const listeners = await Promise.all(['i', 'j', undefined].map(async (issue) => LiveListener.join(hub, readModel, { issue })));
  record(readModel, later);
  const [ofI, ofJ, ofAll] = await Promise.all(
    ['i', 'j', undefined].map(async (issue, i) => {
      const whole = await walk(readModel, { axis: 'recorded', issue });
      await listeners[i]?.takeUntil(BigInt(whole.at(-1)?.position ?? 0));
      expect(listeners[i]?.steps).toEqual(whole);
      return whole.length;
    }),
  );
  expect([ofI, ofJ].every((length) => length !== undefined && length > 5 && length < Number(ofAll))).toBe(true);
  for (const listener of listeners) await listener.leave();
});

it('other days and other certainties are other ways', async () => {
  const { before } = told(0);
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const hub = new LiveHub(readModel);
  const head = lastOf(before);
  const queries = [{}, { issue: 'i' }, { asOf: '2026-01-05' }, { knownBy: '2026-01-05' }, { certainty: 'certain' as const }];
  const listeners = await Promise.all(queries.map(async (query) => LiveListener.join(hub, readModel, query, head)));
  const taking = listeners.map((listener) => listener.take());
  while (hub.size < 4) await new Promise(setImmediate);
  expect(hub.size).toBe(4);
  for (const listener of listeners) await listener.leave();
  await Promise.all(taking);
  expect(hub.size).toBe(0);
});

it('one who is too slow is dropped, told where to resume, and misses nothing', async () => {
  const { before, later } = told(20);
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const hub = new LiveHub(readModel, { steps: 5, size: 1_000_000 });
  const [slow, quick] = await Promise.all([1, 2].map(async () => LiveListener.join(hub, readModel, {}, lastOf(before))));
  if (slow === undefined || quick === undefined) throw new Error('there are two');
  const first = [slow.take(), quick.take()];
  record(readModel, later.slice(0, 1));
  await Promise.all(first);
  record(readModel, later.slice(1));
  await quick.takeUntil(lastOf(later));
  while (!slow.ended) await slow.take();
  expect(quick.resumeAfter).toBe(null);
  expect(slow.resumeAfter).toBe(slow.steps.at(-1)?.position);
  expect(slow.steps).toHaveLength(1);
  const again = await LiveListener.join(hub, readModel, {}, BigInt(slow.resumeAfter ?? 0));
  await again.takeUntil(lastOf(later));
  expect(unnumbered([...slow.steps, ...again.steps])).toEqual(unnumbered(quick.steps));
  await quick.leave();
  await again.leave();
  expect(hub.size).toBe(0);
});

it('a step too large for the room is still told to those who are there', async () => {
  const { before, later } = told(3);
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const hub = new LiveHub(readModel, { steps: 5, size: 1 });
  const listener = await LiveListener.join(hub, readModel, {}, lastOf(before));
  for (const event of later) {
    const taking = listener.take();
    record(readModel, [event]);
    await taking;
  }
  expect(listener.steps).toHaveLength(later.length);
  await listener.leave();
});
