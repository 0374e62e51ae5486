import { setTimeout as pause } from 'node:timers/promises';
import { liveSteps } from '../../../src/queries/replay/live-steps.js';
import { serverSentEvents, stoppable } from '../../../src/queries/replay/replay-body.js';
import type { ReadModel } from '../../../src/read-model/read-model.js';
import { RecordedReplay } from '../../../src/read-model/replaying/replay-reader.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { walk, wayOf } from './walk.js';

const LONG_MS = 60_000;

async function live(readModel: ReadModel, from: bigint, heartbeat = LONG_MS) {
  const way = await wayOf(readModel, { axis: 'recorded', from: `@${String(from)}` });
  if (way.axis !== 'recorded') throw new Error('not this axis');
  const replay = new RecordedReplay(readModel, 'n', way);
  return stoppable((signal) => serverSentEvents(liveSteps(readModel, replay, heartbeat, signal)));
}

/** A story of which the last reports are recorded later. */
function told() {
  const story = new Story();
  const first = story.position('first', 'a', 'demands');
  const [second, third] = [story.position('second', 'b', 'rejects'), story.position('third', 'b', 'open-to', { source: 'next' })];
  return { before: story.log.slice(0, -2), first, second, third };
}

const idOf = (chunk: string) => /^id: (\d+)$/m.exec(chunk)?.[1];

it('says at once that it is there, tells what is recorded already and then what is recorded later', async () => {
  const { before, first, second, third } = told();
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const chunks = await live(readModel, first.position - 1n);
  expect((await chunks.next()).value).toBe(': idle\n\n');
  expect(idOf(String((await chunks.next()).value))).toBe(String(first.position));
  const next = chunks.next();
  readModel.apply(asStored([second]));
  readModel.apply(asStored([third]));
  expect(idOf(String((await next).value))).toBe(String(second.position));
  const last = String((await chunks.next()).value);
  expect(last).toMatch(/^id: \d+\nevent: step\ndata: \{"step":3,"position":"\d+","cause":\{"report":"third"\}.*\}\n\n$/);
  await chunks.return?.();
});

it('resumed behind a position it tells the same as the whole way does there', async () => {
  const { before, first, second, third } = told();
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const chunks = await live(readModel, first.position);
  await chunks.next();
  const next = chunks.next();
  readModel.apply(asStored([second, third]));
  const data = [String((await next).value), String((await chunks.next()).value)].map(dataOf);
  await chunks.return?.();
  const whole = (await walk(readModel, { axis: 'recorded' })).slice(-2);
  expect(data).toEqual(whole.map((step, i) => ({ ...step, step: i + 1 })));
});

it('keeps nothing for a client that does not read: what came meanwhile is read when it is asked for', async () => {
  const { before, first, second, third } = told();
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const chunks = await live(readModel, first.position);
  await chunks.next();
  readModel.apply(asStored([second]));
  await pause(20);
  readModel.apply(asStored([third]));
  expect([idOf(String((await chunks.next()).value)), idOf(String((await chunks.next()).value))]).toEqual(
    [second, third].map((event) => String(event.position)),
  );
  await chunks.return?.();
});

it('sends a comment where nothing happens', async () => {
  const { before, first } = told();
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const chunks = await live(readModel, first.position, 5);
  const got = [await chunks.next(), await chunks.next(), await chunks.next()].map(({ value }) => value as string);
  expect(got).toEqual([': idle\n\n', ': idle\n\n', ': idle\n\n']);
  await chunks.return?.();
});

it('stops while it waits, and is not called any more', async () => {
  const { before, first, second } = told();
  using indexed = new IndexedLog(before);
  const { readModel } = indexed;
  const chunks = await live(readModel, first.position);
  await chunks.next();
  const waiting = chunks.next();
  await pause(5);
  await chunks.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  readModel.apply(asStored([second]));
  expect(await chunks.next()).toEqual({ done: true, value: undefined });
});

function dataOf(chunk: string): unknown {
  return JSON.parse(/^data: (.*)$/m.exec(chunk)?.[1] ?? 'null');
}
