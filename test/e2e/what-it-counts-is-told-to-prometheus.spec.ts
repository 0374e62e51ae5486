import { bearer, madeKey } from '../support/credentials.js';
import { startServiceInThreads, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let reader: string;
beforeAll(async () => {
  service = await startServiceInThreads();
  await aNegotiation(service);
  reader = await madeKey(service, { name: 'prometheus', role: 'reader' });
});
afterAll(() => service.stop());

async function metrics(): Promise<string> {
  const answer = await service.http
    .get('/metrics')
    .set(bearer(reader))
    .expect(200)
    .expect('content-type', /^text\/plain; version=0/);
  return answer.text;
}

/** The value of a metric, told as its name with its labels. */
async function valueOf(name: string): Promise<number> {
  const line = (await metrics()).split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

/** Waits until a metric is as it should be: some are looked up now and then. */
async function becomes(name: string, isRight: (value: number) => boolean): Promise<void> {
  while (!isRight(await valueOf(name))) await new Promise((resolve) => setTimeout(resolve, 50));
}

it('counts requests by route and status, refusals by code and events by type', async () => {
  const requests = 'tracker_http_request_seconds_count{method="POST",route="/v1/admin/negotiations/:n/reports",status="201"}';
  const before = await valueOf(requests);
  await service.post('/talks/reports', REPORTS.ContextReported).expect(201);
  await service.post('/talks/reports', { type: 'Nothing' }).expect(422);
  await becomes(requests, (value) => value === before + 1);
  await becomes('tracker_refusals_total{code="invalid-body"}', (value) => value === 1);
  expect(await valueOf('tracker_events_recorded_total{type="ContextReported"}')).toBe(1);
  expect(await valueOf('tracker_log_seconds_count{operation="append"}')).toBeGreaterThan(0);
});

it('counts queries by what is asked', async () => {
  await service.read('/talks/stances').expect(200);
  expect(await valueOf('tracker_query_seconds_count{query="Stances"}')).toBe(1);
});

it('tells how the node stands', async () => {
  await becomes('tracker_ready', (value) => value === 1);
  await becomes('tracker_disk_free_bytes', (value) => value > 0);
  await becomes('tracker_applied_position', (value) => value > 0);
  const text = await metrics();
  for (const [name, value] of [
    ['log_reachable', 1],
    ['lag_seconds', 0],
    ['parked_events', 0],
    ['rebuild_running', 0],
    ['live_streams', 0],
    ['clock_fault', 0],
  ] as const)
    expect(text).toMatch(new RegExp(`^tracker_${name} ${String(value)}$`, 'm'));
  expect(text).toMatch(/^tracker_info\{version="0\.1\.0",/m);
});

it('holds nothing that was asked or sent, and no id', async () => {
  await service.http.get('/v1/negotiations/talks/issues/an-issue-of-nobody?secret=1');
  expect(await metrics()).not.toMatch(/an-issue-of-nobody|secret=/);
});

it('needs a key of any role, unless METRICS_ACCESS is public', async () => {
  await service.http.get('/metrics').expect(401);
  const open = await startTestService({ metricsAccess: 'public' });
  await open.http.get('/metrics').expect(200);
  await open.stop();
});

it('says which version answers, to everybody', async () => {
  const { body } = await service.http.get('/version').expect(200);
  expect(body).toMatchObject({ name: 'negotiation-tracker', version: '0.1.0', node: process.versions.node });
  expect(body.readModel).toEqual({ tables: expect.any(String) as string, projections: expect.any(Number) as number });
  const built = await startTestService({ commit: '0123abc' });
  expect((await built.http.get('/version').expect(200)).body).toMatchObject({ commit: '0123abc' });
  await built.stop();
});
