import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  for (const report of Object.values(REPORTS)) await service.post('/talks/reports', report).expect(201);
});
afterAll(() => service.stop());

it.each([
  '',
  '/issues/administration',
  '/propositions/cede-donbas',
  '/parties/russia',
  '/persons/zelensky',
  '/plans/plan-20',
  '/meetings/geneva',
  '/sources/post',
])('the entry %s is put as it is got, and nothing changes', async (path) => {
  const { body, headers } = await service.get(`/talks${path}`).expect(200);
  const put = await service.put(`/talks${path}`, body, { 'if-match': headers.etag ?? '' }).expect(200);
  expect(put.body.outcome).toBe('unchanged');
});

it.each(Object.values(REPORTS).map(({ id }) => id))('the report %s is posted as it is got, and is the one that there is', async (id) => {
  const { body } = await service.get(`/talks/reports/${id}`).expect(200);
  expect((await service.post('/talks/reports', body).expect(200)).body.outcome).toBe('unchanged');
});

it.each(['', '/issues/administration', '/sources/post', '/reports/attack'])('who has %s as it is stored is told so', async (path) => {
  const { headers } = await service.get(`/talks${path}`).expect(200).expect('cache-control', 'no-cache');
  const etag = headers.etag ?? '';
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await service.get(`/talks${path}`, { 'if-none-match': tags }).expect(304).expect('etag', etag);
    expect(same.text).toBe('');
  }
  await service.get(`/talks${path}`, { 'if-none-match': '"999"' }).expect(200);
});

it('a report is corrected with what is got of it', async () => {
  const url = `/talks/reports/${REPORTS.MeetingRevised.id}`;
  const { body: report, headers } = await service.get(url).expect(200);
  const correction = { reason: 'coding', note: 'n', report: { ...report, summary: 'Said otherwise.' } };
  await service.post(`${url}/corrections`, correction, { 'if-match': headers.etag ?? '' }).expect(201);
  const { body: corrected } = await service.get(url).expect(200);
  expect(corrected).toEqual({ ...report, summary: 'Said otherwise.' });
});
