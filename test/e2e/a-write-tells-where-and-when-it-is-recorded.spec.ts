import { toLogEvent } from '../../src/event-store/typed-event.js';
import { EventStore } from '../../src/event-store/event-store.token.js';
import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const { id: _, ...content } = REPORTS.ContextReported;

it('without an id the server makes one, another each time', async () => {
  const [first, second] = [
    await service.post('/talks/reports', content).expect(201),
    await service.post('/talks/reports', content).expect(201),
  ];
  expect(first.body.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
  expect(first.headers.location).toBe(`/v1/negotiations/talks/reports/${first.body.id}`);
  expect(second.body.id).not.toBe(first.body.id);
  const { body } = await service.http.get(first.headers.location ?? '').expect(200);
  expect(body).toMatchObject({ id: first.body.id, occurred: null, meeting: null, claim: { by: [], via: [], form: 'stated' } });
});

it('what is left out, null and written out are one content', async () => {
  const written = { occurred: null, claim: { by: [], via: null, form: 'stated' }, meeting: null };
  await service.post('/talks/reports', { ...content, id: 'short' }).expect(201);
  await service.post('/talks/reports', { ...content, id: 'short', ...written, source: { id: 'times', locator: null } }).expect(200);
  const dated = { ...content, id: 'dated', occurred: '2026-01-01' };
  await service.post('/talks/reports', dated).expect(201);
  await service.post('/talks/reports', { ...dated, occurred: { edtf: '2026-01-01', basis: 'explicit', note: null } }).expect(200);
  await service.post('/talks/reports', { ...dated, occurred: { edtf: '2026-01-01', basis: 'inferred' } }).expect(409);
});

it('recordedBy=@ the position of a write reads it', async () => {
  const { body } = await service.post('/talks/reports', { ...content, id: 'own' }).expect(201);
  await service.read(`/talks/reports/own?recordedBy=@${body.position}`).expect(200);
  const before = String(BigInt(body.position) - 1n);
  await service.read(`/talks/reports/own?recordedBy=@${before}`).expect(404);
});

it('recordedAt never decreases, though the clock does', async () => {
  const first = await service.post('/talks/reports', { ...content, id: 'on-time' }).expect(201);
  service.clock.set('2020-01-01T00:00:00.000Z');
  const second = await service.post('/talks/reports', { ...content, id: 'clock-back' }).expect(201);
  service.clock.set('2026-03-01T12:00:00.000Z');
  expect(second.body.recordedAt).toBe(first.body.recordedAt);
});

it('an event carries who posted it and the correlation id of the request', async () => {
  const send = (id: string, correlation: string) =>
    service.post('/talks/reports', { ...content, id }, { 'x-correlation-id': correlation }).expect(201);
  await send('correlated', 'desk-7:42.a');
  await send('not-correlated', 'no id {}');
  const [given, made] = [await metadataOf('correlated'), await metadataOf('not-correlated')];
  expect(given).toMatchObject({ postedBy: 'tester', correlationId: 'desk-7:42.a' });
  expect(made.correlationId).toMatch(/^[0-9a-f-]{36}$/);
});

async function metadataOf(report: string) {
  for await (const event of service.app.get(EventStore).readStream(`report-talks.${report}`)) return toLogEvent(event).metadata;
  throw new Error(`${report} is not recorded`);
}

it('in a negotiation that does not exist nothing is recorded', async () => {
  const before = await service.head();
  for (const path of ['/talk/reports', '/a.b/reports', '/TALKS/reports']) {
    expect((await service.post(path, content).expect(404)).body.code).toBe('not-found');
  }
  await service.put('/talk/plans/p', { title: 'P' }).expect(404);
  expect((await service.get('/talk').expect(404)).body.errors[0]?.suggestions).toEqual(['talks']);
  await service.get('/talks/none/x').expect(404);
  await service.get('/talks/reports/none').expect(404);
  expect(await service.head()).toBe(before);
});

it('negotiations share no ids', async () => {
  await aNegotiation(service, 'others');
  await service.post('/others/reports', { ...content, id: 'own', summary: 'Another.' }).expect(201);
  expect((await service.read('/talks/reports/own').expect(200)).body.summary).toBe(content.summary);
  await service.put('/others/sources/only-here', { published: '2026' }).expect(201);
  const { body } = await service.post('/talks/reports', { ...content, source: { id: 'only-here' } }).expect(422);
  expect(pointers(body)).toEqual(['#/source/id']);
});
