import { type IncomingMessage, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cutOffWhenStalled, serverSentEvents, stepSent } from '../../../src/queries/replay/replay-body.js';
import { dayOf, formatDay } from '../../../src/vocabulary/day.js';
import { isReport, type Recorded } from '../../../src/vocabulary/events/log-event.js';
import { countReads } from '../../support/count-reads.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { startReplayService } from '../../support/replay-service.js';
import { walk } from './walk.js';

/** So many steps of this size are far more than what lies between two programs on one machine. */
const REPORTS = 300;
const LARGE = 'x'.repeat(100_000);
const EVENTS = 'text/event-stream';

let indexed: IndexedLog;
let app: NestFastifyApplication;
let port: number;
let before: readonly Recorded[];
let later: readonly Recorded[];

beforeEach(async () => {
  const story = new Story();
  const sources = Array.from({ length: REPORTS }, (_, i) => `source-${String(i)}`);
  sources.forEach((source, i) => story.source(source, formatDay(dayOf(2025, 1, 1) + i)));
  const { length } = story.log;
  sources.forEach((source, i) => story.assessment(`noted-${String(i)}`, { about: { issue: 'i' } }, { source }));
  const log = story.log.map((each): Recorded => (isReport(each.event) ? { ...each, event: { ...each.event, summary: LARGE } } : each));
  [before, later] = [log.slice(0, length), log.slice(length)];
  indexed = new IndexedLog(before);
  ({ app, port } = await startReplayService(indexed.readModel));
});

afterEach(async () => {
  await app.close();
  indexed[Symbol.dispose]();
});

/** An answer of which nothing is taken yet. */
async function open(query: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', path: `/v1/negotiations/n/replay?${query}`, headers }, resolve)
      .on('error', reject)
      .end();
  });
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += String(chunk);
  return text;
}

/** Waits until nothing more is read by itself. */
async function settled(count: () => number): Promise<number> {
  let last = -1;
  while (last !== count()) {
    last = count();
    await pause(150);
  }
  return last;
}

const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id);

it.each(['axis=published', 'axis=occurred', 'axis=recorded'])(
  'no step is made before it is taken: %s',
  async (query) => {
    indexed.readModel.apply(asStored(later));
    const reads = countReads(indexed.readModel);
    const answer = await open(query);
    const ahead = await settled(reads);
    const text = await textOf(answer);
    expect(text.trimEnd().split('\n').length).toBeGreaterThanOrEqual(REPORTS);
    expect(ahead).toBeLessThan(reads() / 2);
  },
  60_000,
);

it('a live stream waits too until it has caught up, and is dropped behind that', async () => {
  const { readModel } = indexed;
  const answer = await open('axis=recorded', { accept: EVENTS });
  answer.setEncoding('utf8');
  let text = '';
  while (!text.includes(`id: ${String(before.at(-1)?.position)}\n`)) text += (answer.read() as string | null) ?? (await pause(2, ''));
  const reads = countReads(readModel);
  for (const event of later) readModel.apply(asStored([event]));
  await settled(reads);
  text += await textOf(answer);
  const got = idsIn(text);
  expect(got.length).toBeLessThan(before.length + later.length);
  expect(text.endsWith(`event: dropped\ndata: {"resumeAfter":"${got.at(-1) ?? ''}"}\n\n`)).toBe(true);
  const head = String(readModel.applied);
  const rest = await textOf(await open(`axis=recorded&to=@${head}`, { accept: EVENTS, 'last-event-id': got.at(-1) ?? '' }));
  const whole = await walk(readModel, { axis: 'recorded' });
  expect([...got, ...idsIn(rest)]).toEqual(whole.map(({ position }) => position));
});

it('one who takes nothing for too long is cut off, one who takes in time is not', async () => {
  let cutOff = 0;
  const chunks = (limit: number) => cutOffWhenStalled(serverSentEvents(threeSteps()), limit, () => (cutOff += 1));
  const inTime = chunks(60_000);
  await inTime.next();
  await inTime.next();
  await inTime.return?.();
  expect(cutOff).toBe(0);
  const late = chunks(5);
  await late.next();
  while (cutOff === 0) await pause(5);
  await late.return?.();
  await pause(20);
  expect(cutOff).toBe(1);
});

async function* threeSteps() {
  for (const id of ['1', '2', '3']) yield stepSent(id, '{}');
}
