import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const cases = Object.entries(REPORTS);

it.each(cases)('%s is recorded, shown with all that was posted, and recorded once however often it comes', async (type, report) => {
  const before = BigInt(await service.head());
  const first = await service.post('/talks/reports', report).expect(201);
  expect(first.headers.location).toBe(`/v1/negotiations/talks/reports/${report.id}`);
  expect(first.headers.etag).toBe('"0"');
  expect(first.body).toEqual({
    id: report.id,
    outcome: 'created',
    position: String(before + 1n),
    recordedAt: '2026-03-01T12:00:00.000Z',
    revision: '0',
    projected: true,
  });
  const again = await service.post('/talks/reports', report).expect(200);
  expect(again.headers.location).toBeUndefined();
  expect(again.headers.etag).toBe('"0"');
  expect(again.body).toEqual({ ...first.body, outcome: 'unchanged' });
  expect(await service.head()).toBe(first.body.position);
  const { body } = await service.read(`/talks/reports/${report.id}`).expect(200);
  expect(body).toMatchObject({ id: report.id, type, postedBy: 'tester', revision: '0', position: first.body.position });
});

it.each(cases)('%s with other content under the same id is refused', async (_type, report) => {
  const before = await service.head();
  const { body } = await service.post('/talks/reports', { ...report, summary: 'Something else.' }).expect(409);
  expect(body).toMatchObject({ status: 409, code: 'id-in-use' });
  expect(await service.head()).toBe(before);
});

it.each(cases)('%s without data is refused', async (_type, { data: _, ...report }) => {
  const before = await service.head();
  const { body } = await service.post('/talks/reports', { ...report, id: 'without-data' }).expect(422);
  expect(pointers(body)).toEqual(['#/data']);
  expect(await service.head()).toBe(before);
});
