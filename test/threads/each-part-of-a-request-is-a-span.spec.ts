import { randomBytes } from 'node:crypto';
import { configOf } from '../../src/config.js';
import { OtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver.js';
import { startServiceInThreads, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const PARENT = 'b7ad6b7169203331';
/** Clocks of threads are read apart. */
const CLOCK_MS = 50;

let receiver: OtlpReceiver;
/** Of the post that was shown when it was answered. */
let posted: { readonly trace: string; readonly id: string };
beforeAll(async () => {
  receiver = await OtlpReceiver.start();
  const { tracing } = configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b' });
  const service = await startServiceInThreads({ tracing });
  await aNegotiation(service);
  await service.isUpToDate();
  posted = await aShownPost(service);
  await service.read('/talks/issues/territory', { 'x-request-id': 'read' }).expect(200);
  await service
    .post('/talks/reports', { ...REPORTS.PositionStated, id: posted.id, summary: 'Other.' }, { 'x-request-id': 'refused' })
    .expect(409);
  await service.http.get('/health/ready').expect(200);
  // A stop sends what was not sent yet.
  await service.stop();
});
afterAll(() => receiver.stop());

/** Posts until one is shown within the second for which it waits: else that is no part of its trace. */
async function aShownPost(service: TestService): Promise<typeof posted> {
  for (let i = 0; ; i += 1) {
    const [trace, id] = [randomBytes(16).toString('hex'), `mine-${String(i)}`];
    const headers = { traceparent: `00-${trace}-${PARENT}-01`, 'x-request-id': id };
    const { body } = await service.post('/talks/reports', { ...REPORTS.PositionStated, id }, headers).expect(201);
    await service.isUpToDate();
    if (body.projected === true) return { trace, id };
  }
}

const ofRequest = (id: string): ReceivedSpan => {
  const span = receiver.spans.find(({ facts }) => facts['tracker.request.id'] === id);
  if (span === undefined) throw new Error(`no span of the request ${id}`);
  return span;
};
const partsOf = ({ spanId }: ReceivedSpan): ReceivedSpan[] => receiver.spans.filter(({ parentSpanId }) => parentSpanId === spanId);

it('what a thread did lies within what it was done for', () => {
  const ofThreads = receiver.spans.filter(({ name }) => name === 'answering' || name === 'applying');
  expect(ofThreads.length).toBeGreaterThan(1);
  for (const { parentSpanId, startedAt, endedAt, name } of ofThreads) {
    const parent = receiver.spans.find(({ spanId }) => spanId === parentSpanId);
    expect(parent).toBeDefined();
    expect(endedAt).toBeGreaterThanOrEqual(startedAt);
    // An event may be applied before it is waited for.
    if (name === 'answering') expect(startedAt + CLOCK_MS).toBeGreaterThanOrEqual(parent?.startedAt ?? Infinity);
  }
});

it('a post is part of what its sender traces, and has its command, the append in it, and the projection as parts', () => {
  const post = ofRequest(posted.id);
  expect(post).toMatchObject({
    traceId: posted.trace,
    parentSpanId: PARENT,
    name: 'POST /v1/admin/negotiations/:n/reports',
    facts: { 'http.request.method': 'POST', 'http.response.status_code': 201 },
    isFault: false,
  });
  const parts = partsOf(post);
  expect(parts.map(({ name }) => name).sort()).toEqual(['command', 'projection']);
  const command = parts.find(({ name }) => name === 'command');
  expect(command?.facts).toEqual({ 'tracker.stream': `report-talks.${posted.id}` });
  expect(command && partsOf(command)).toMatchObject([{ traceId: posted.trace, name: 'append', facts: { 'tracker.events': 1 } }]);
  const projection = parts.find(({ name }) => name === 'projection');
  expect(projection && partsOf(projection)).toMatchObject([
    { traceId: posted.trace, name: 'applying', facts: { 'tracker.thread': 'read model' } },
  ]);
  expect(receiver.spans.filter(({ traceId }) => traceId === posted.trace)).toHaveLength(5);
});

it('a read is a trace of its own, with the query that another thread answered', () => {
  const read = ofRequest('read');
  expect(read).toMatchObject({ name: 'GET /v1/negotiations/:n/issues/:i', parentSpanId: undefined });
  expect(read.traceId).not.toBe(posted.trace);
  // The root of the log that it quotes comes with the answer: asked for, it would be a second query.
  expect(partsOf(read).map(({ name }) => name)).toEqual(['query IssueState']);
  const [query] = partsOf(read);
  expect(query && partsOf(query)).toMatchObject([{ traceId: read.traceId, name: 'answering', isFault: false }]);
  expect(query && partsOf(query)[0]?.facts['tracker.thread']).toMatch(/^queries \((all|short)\)$/);
});

it('what a command was refused with is told by its kind alone', () => {
  const refused = ofRequest('refused');
  expect(refused).toMatchObject({ facts: { 'http.response.status_code': 409 }, isFault: false });
  expect(partsOf(refused)).toMatchObject([{ name: 'command', facts: { 'error.type': 'Refusal' }, isFault: true }]);
});

it('they come with the headers that are set, of a named service, and none of what machines ask', () => {
  const [request] = receiver.requests;
  expect(request).toMatchObject({ url: '/v1/traces', headers: { 'x-key': 'a b', 'content-type': 'application/json' } });
  expect(receiver.resources[0]).toMatchObject({ 'service.name': 'negotiation-tracker' });
  expect(receiver.spans.filter(({ name }) => name.includes('health'))).toEqual([]);
});

it('a service whose spans nobody takes stops as ever', async () => {
  const silent = await OtlpReceiver.start();
  const { tracing } = configOf({ OTEL_EXPORTER_OTLP_ENDPOINT: silent.endpoint });
  const service = await startServiceInThreads({ tracing });
  await silent.stop();
  await aNegotiation(service);
  await service.stop();
});
