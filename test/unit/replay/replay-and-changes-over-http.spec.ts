import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { AnswerSender } from '../../../src/http/answer-sender.js';
import { addLiveStreams, LiveStreams } from '../../../src/http/live-streams.js';
import { RecentAnswers } from '../../../src/http/recent-answers.js';
import { ResultInterceptor } from '../../../src/http/result.interceptor.js';
import { WrittenSender } from '../../../src/http/written-sender.js';
import { Clock } from '../../../src/ports/clock.js';
import { LogRoots } from '../../../src/ports/log-roots.js';
import { ShownAge } from '../../../src/ports/shown-age.js';
import { ShownPosition } from '../../../src/ports/shown-position.js';
import { ShownState } from '../../../src/ports/shown-state.js';
import { ProblemFilter } from '../../../src/http/problem-filter.js';
import { SchemaPipe } from '../../../src/http/schema-pipe.js';
import { Asking } from '../../../src/queries/asking/asking.js';
import { ChangesController } from '../../../src/queries/changes/changes.controller.js';
import { ChangesHandler } from '../../../src/queries/changes/changes.query.js';
import { ReplayController } from '../../../src/queries/replay/replay.controller.js';
import { ReplayHandler, ReplayQuery } from '../../../src/queries/replay/replay.query.js';
import { ReadableModel } from '../../../src/read-model/readable-model.js';
import { endOfDay } from '../../../src/vocabulary/day.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { TODAY } from './walk.js';

class Noon extends Clock {
  now(): number {
    return endOfDay(TODAY);
  }
}

const EVENTS = 'text/event-stream';
let indexed: IndexedLog;
let app: NestFastifyApplication;
let reports: Recorded[];

beforeEach(async () => {
  const story = new Story();
  reports = [
    story.position('for', 'a', 'demands'),
    story.position('against', 'b', 'rejects'),
    story.position('softer', 'b', 'open-to', { source: 'next' }),
  ];
  indexed = new IndexedLog(story.log);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot()],
    controllers: [ChangesController, ReplayController],
    providers: [
      Asking,
      ChangesHandler,
      ReplayHandler,
      { provide: ReadableModel, useValue: indexed.readModel },
      { provide: ShownState, useValue: indexed.readModel },
      { provide: Clock, useClass: Noon },
      { provide: ShownAge, useValue: { ageSeconds: 0 } },
      RecentAnswers,
      { provide: LogRoots, useValue: { at: async () => undefined } },
      { provide: ShownPosition, useValue: { shows: async () => true } },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_PIPE, useClass: SchemaPipe },
      AnswerSender,
      WrittenSender,
      { provide: APP_INTERCEPTOR, useClass: ResultInterceptor },
    ],
  }).compile();
  const adapter = new FastifyAdapter({ forceCloseConnections: true });
  addLiveStreams(adapter.getInstance(), new LiveStreams({ ofAddress: 100, inAll: 100 }));
  app = module.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
});

afterEach(async () => {
  await app.close();
  indexed[Symbol.dispose]();
});

const get = (path: string) => supertest(app.getHttpServer()).get(`/v1/negotiations/n/${path}`);

/** The parts of an answer, its body as JSON. */
async function answer(path: string) {
  const response = await get(path);
  const { status, headers, text } = response;
  return { status, type: headers['content-type'], location: headers['content-location'] ?? '', text, body: response.body as Body };
}

const pathsOf = ({ items }: Body) => items.map((item) => (item as { path: string }).path);

interface Body {
  readonly code?: string;
  readonly items: readonly object[];
  readonly errors: readonly { readonly parameter: string }[];
}

const positionOf = (report: Recorded | undefined) => String(report?.position);

it('replay answers one step a line, and says what fixes it', async () => {
  const { status, headers, text } = await get('replay?from=2026-01-05').buffer(true);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/x-ndjson');
  const head = String(indexed.readModel.applied);
  expect(headers['content-location']).toBe(
    `/v1/negotiations/n/replay?axis=published&from=2026-01-05&to=2026-02-04&recordedBy=@${head}&certainty=any`,
  );
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toMatchObject([{ step: 1, day: '2026-01-06', cause: { report: 'softer' }, changes: [{}, {}, {}] }]);
});

it('replay without a step is an empty answer', async () => {
  const { status, text } = await get('replay?from=2026-01-06').buffer(true);
  expect([status, text]).toEqual([200, '']);
});

it('replay answers events where the client takes them, numbered on an axis of days, placed on the axis recorded', async () => {
  const ofDays = await get('replay').set('accept', EVENTS);
  expect(ofDays.headers['content-type']).toContain(EVENTS);
  expect(ofDays.text.match(/^id: .*$/gm)).toEqual(['id: 1', 'id: 2', 'id: 3']);
  expect(ofDays.text).toMatch(/^id: 1\nevent: step\ndata: \{"step":1,"day":"2026-01-05",.*\}\n\n/);
  const head = positionOf(reports[2]);
  const ofPositions = await get(`replay?axis=recorded&from=@${positionOf(reports[1])}&to=@${head}`).set('accept', EVENTS);
  expect(ofPositions.text.match(/^id: .*$/gm)).toEqual([`id: ${head}`]);
});

it('a client that comes back gets what is left, and is told to stop where nothing is', async () => {
  const [, second, third] = reports.map(positionOf);
  const again = (path: string, lastEventId: string) => get(path).set({ accept: EVENTS, 'last-event-id': lastEventId });
  const path = `replay?axis=recorded&to=@${third ?? ''}`;
  expect((await again(path, second ?? '')).text.match(/^id: .*$/gm)).toEqual([`id: ${third ?? ''}`]);
  expect((await again(path, third ?? '')).status).toBe(204);
  expect((await again('replay', '2')).text.match(/^id: .*$/gm)).toEqual(['id: 3']);
  expect((await again('replay', '3')).status).toBe(204);
  expect((await again('replay?axis=recorded', 'x')).body).toMatchObject({
    code: 'invalid-query',
    errors: [{ parameter: 'Last-Event-ID' }],
  });
});

it('a live stream takes a position that is only just recorded, and tells it to nobody twice', async () => {
  const later = new Story();
  for (const each of ['for', 'against', 'softer']) later.position(each, 'a', 'demands');
  const fourth = later.position('fourth', 'b', 'rejects', { source: 'late' });
  const question = { axis: 'recorded' } as const;
  const answered = app.get(ReplayHandler).execute(new ReplayQuery('n', question, { takesEvents: true, lastEventId: positionOf(fourth) }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  indexed.readModel.apply(asStored([fourth]));
  const { body } = await answered;
  expect(await body?.next()).toEqual({ done: false, value: ': idle\n\n' });
  const next = body?.next();
  await body?.return?.();
  expect(await next).toEqual({ done: true, value: undefined });
});

it('a live stream starts behind Last-Event-ID, goes on with what is recorded, and lets go when the client leaves', async () => {
  const later = new Story();
  for (const each of ['for', 'against', 'softer']) later.position(each, 'a', 'demands');
  const fourth = later.position('fourth', 'b', 'rejects', { source: 'late' });
  const { port } = app.getHttpServer().address() as AddressInfo;
  const path = '/v1/negotiations/n/replay?axis=recorded';
  const headers = { accept: EVENTS, 'last-event-id': positionOf(reports[1]) };
  const client = httpRequest({ port, host: '127.0.0.1', path, headers });
  client.on('error', () => undefined);
  let got = '';
  const until = (text: string) =>
    new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (!got.includes(text)) return;
        clearInterval(timer);
        resolve();
      }, 2);
    });
  client.on('response', (response) => response.on('data', (chunk: Buffer) => (got += chunk.toString())));
  client.end();
  await until('"softer"');
  indexed.readModel.apply(asStored([fourth]));
  await until('"fourth"');
  expect(got.match(/^id: .*$/gm)).toEqual([`id: ${positionOf(reports[2])}`, `id: ${positionOf(fourth)}`]);
  const listeners = (indexed.readModel as unknown as { listeners: Set<unknown> }).listeners;
  expect(listeners.size).toBe(1);
  client.destroy();
  while (listeners.size > 0) await new Promise(setImmediate);
});

it('changes come in pages that lead on, with the same ends', async () => {
  const path = 'changes?from=2026-01-05&to=2026-01-06&party=b&party=a&limit=1';
  const { body: first } = await answer(path);
  expect(pathsOf(first)).toEqual(['stances/b/proposition:p']);
  expect(first).toMatchObject({ next: null });
  const { body: page } = await answer('changes?from=2026-01-05&to=2026-01-06&limit=2');
  const { next } = page as unknown as { next: string };
  expect(next).toContain('limit=2&cursor=');
  const { body: rest } = await answer(next.slice(next.indexOf('changes?')));
  expect([...pathsOf(page), ...pathsOf(rest)]).toEqual(['blockers/p', 'convergence', 'stances/b/proposition:p']);
});

it('changes are net, between two points that it names', async () => {
  const { status, location, text, body } = await answer('changes?from=2026-01-05&to=2026-01-06&issue=i');
  expect(status).toBe(200);
  const head = `@${String(indexed.readModel.applied)}`;
  const to = { asOf: '2026-01-06', knownBy: '2026-01-06', recordedBy: head, certainty: 'any' };
  expect(body).toMatchObject({ at: to, from: { ...to, asOf: '2026-01-05', knownBy: '2026-01-05' }, to });
  const softer = { report: 'softer' };
  const against = { report: 'against' };
  expect(body.items).toMatchObject([
    { issue: 'i', path: 'blockers/p', before: { kind: 'opposed-target' }, after: null, because: [{ report: 'for' }, against] },
    { issue: 'i', path: 'convergence', before: 'opposed', after: 'open', because: [softer, against] },
    { issue: 'i', path: 'stances/b/proposition:p', before: { modality: 'rejects' }, after: { modality: 'open-to' }, because: [softer] },
  ]);
  const again = await supertest(app.getHttpServer()).get(location);
  expect(again.text).toBe(text);
});

it('changes without from start with the empty state', async () => {
  const { body } = await answer('changes?asOf=2026-01-31&recordedBy=2027-01-01');
  expect(body).toMatchObject({ from: null, to: { asOf: '2026-01-31', knownBy: null } });
  expect(body.items[0]).toMatchObject({
    path: 'convergence',
    before: 'unknown',
    after: 'open',
    because: [{ report: 'for' }, { report: 'softer' }],
  });
});

it.each([
  ['changes?knownBy=2026-01-01', 'knownBy'],
  ['changes?on=2026-01-01', 'on'],
  ['changes?axis=occurred&asOf=2026-01-01', 'asOf'],
  ['replay?axis=recorded&recordedBy=@1', 'recordedBy'],
  ['replay?from=@1', 'from'],
  ['replay?axis=recorded&from=yesterday', 'from'],
  ['replay?axis=sideways', 'axis'],
  ['replay?from=2026-01-02&to=2026-01-01', 'from'],
  ['changes?issue=No', 'issue'],
  ['changes?limit=0', 'limit'],
  ['changes?issue=j', 'issue'],
  ['replay?issue=j', 'issue'],
])('%s is refused for its %s', async (path, parameter) => {
  const { status, type, body } = await answer(path);
  expect([status, type, body.code]).toEqual([400, 'application/problem+json; charset=utf-8', 'invalid-query']);
  expect(body.errors.map((error) => error.parameter)).toEqual([parameter]);
});

it.each(['changes?axis=recorded&to=@0', 'replay?axis=recorded&to=@0', 'changes?recordedBy=@0'])('%s is not found', async (path) => {
  expect((await get(path)).body).toMatchObject({ status: 404, code: 'not-found' });
});

it('a position that is not reached is waited for, then named', async () => {
  const { body } = await answer('replay?axis=recorded&to=@999999');
  expect(body).toMatchObject({ status: 503, code: 'position-not-reached', errors: [{ parameter: 'to' }] });
});
