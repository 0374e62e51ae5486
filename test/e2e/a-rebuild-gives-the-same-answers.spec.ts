import { setTimeout as pause } from 'node:timers/promises';
import { PROJECTION_VERSION } from '../../src/read-model/tables/definition.js';
import type { Answered, Json } from '../support/asked.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const READS = [
  '',
  '/talks',
  '/talks/issues',
  '/talks/issues/territory',
  '/talks/matrix?issue=territory&issue=guarantees',
  '/talks/stances',
  '/talks/search?q=reported',
  '/talks/meetings',
  '/talks/plans',
  '/talks/reports',
];
const key = { authorization: `Bearer ${KEY}` };

const answers = () => Promise.all(READS.map(async (path) => (await service.read(path).expect(200)).text));
const rebuild = () => service.http.post('/v1/admin/projections/rebuild').set(key);

async function status(): Promise<Json> {
  const { body } = await service.http.get('/v1/admin/projections').set(key).expect(200);
  const [readModel] = body.items;
  if (readModel === undefined) throw new Error('no projection is told');
  return readModel;
}

async function rebuilt(): Promise<Json> {
  for (let i = 0; i < 100; i += 1) {
    const now = await status();
    if (now.rebuild.state !== 'running') return now;
    await pause(20);
  }
  throw new Error('the rebuild does not end');
}

it('the projections tell how far they are', async () => {
  const head = await service.head();
  expect(await status()).toEqual({
    name: 'read-model',
    version: PROJECTION_VERSION,
    wantedVersion: PROJECTION_VERSION,
    position: head,
    head,
    lag: '0',
    damaged: false,
    renewal: null,
    parked: [],
    parkedCount: 0,
    rebuild: null,
  });
});

it('202, reads go on, and the answers are the same', async () => {
  const before = await answers();
  await rebuild().expect(202);
  expect(await answers()).toEqual(before);
  const head = await service.head();
  expect((await rebuilt()).rebuild).toEqual({
    state: 'swapped',
    phase: 'comparing',
    reason: 'asked',
    position: head,
    head,
    percent: 100,
    eventsPerSecond: expect.any(Number) as number,
    secondsLeft: 0,
    same: true,
    cleared: 0,
    error: null,
  });
  expect(await answers()).toEqual(before);
});

it('200 to a retry where nothing is parked', async () => {
  const { body } = await service.http.post('/v1/admin/projections/parked/retry').set(key).expect(200);
  expect(body).toEqual({ status: 'nothing-parked', parked: 0, tried: 0, promising: 0 });
});

it('409 while one runs', async () => {
  const lines = Array.from({ length: 2_000 }, (_, i) => ({ entry: 'source', id: `s${String(i)}`, published: '2026' }));
  await service.importLines('talks', lines);
  const started = await Promise.all([rebuild(), rebuild(), rebuild()]);
  expect(started.map(({ status: code }: Answered) => code).toSorted()).toEqual([202, 409, 409]);
  expect(started.find(({ status: code }) => code === 409)?.body).toMatchObject({ status: 409, code: 'rebuild-running' });
  await rebuilt();
});

it('409 to a retry while one runs', async () => {
  const [, { status: code, body }] = await Promise.all([rebuild(), service.http.post('/v1/admin/projections/parked/retry').set(key)]);
  expect([code, body.code]).toEqual([409, 'rebuild-running']);
  await rebuilt();
});

it('writes during a rebuild are shown by the new read model', async () => {
  await rebuild().expect(202);
  const { body } = await service.post('/talks/reports', { ...REPORTS.ContextReported, id: 'meanwhile' }).expect(201);
  expect(body.projected).toBe(true);
  expect((await rebuilt()).rebuild).toMatchObject({ state: 'swapped', same: true });
  await service.read('/talks/reports/meanwhile').expect(200);
});

it('a restart changes no answer', async () => {
  const before = await answers();
  await service.restart();
  await service.http.get('/health/ready').expect(200);
  expect(await answers()).toEqual(before);
});
