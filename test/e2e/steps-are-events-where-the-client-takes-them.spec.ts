import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

it.each([
  ['text/event-stream', /^text\/event-stream/],
  ['text/event-stream;q=0.5, application/x-ndjson', /^text\/event-stream/],
  ['application/x-ndjson', /^application\/x-ndjson/],
  ['*/*', /^application\/x-ndjson/],
  ['', /^application\/x-ndjson/],
  ['text/event-stream;q=0, */*', /^application\/x-ndjson/],
])('%j is answered by %s', async (accept, type) => {
  const { headers, text } = await service.read('/talks/replay', { accept }).expect(200).expect('content-type', type);
  expect(text).not.toBe('');
  expect(headers.vary).toMatch(/\baccept\b(?!-)/);
});
