import { chunk, head, RawConnection } from '../support/raw-connection.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterEach(() => service.stop());

const PUT = 'PUT /v1/admin/negotiations/talks/plans/p';
const IMPORT = 'POST /v1/admin/negotiations/talks/import';
const JSON_TYPE = 'Content-Type: application/json';
const LINES_TYPE = 'Content-Type: application/x-ndjson';
const CHUNKED = 'Transfer-Encoding: chunked';
const line = (id: string) => `${JSON.stringify({ entry: 'plan', id, title: 'T' })}\n`;
const isRecorded = async (id: string): Promise<boolean> => (await service.get(`/talks/plans/${id}`)).status === 200;

it('bytes behind a body that came whole take nothing back', async () => {
  const connection = await RawConnection.to(service.url);
  const body = '{"title":"T"}';
  const answer = await connection.send(`${head(PUT, JSON_TYPE, `Content-Length: ${String(body.length)}`)}${body}}`).closed();
  expect(answer).toMatch(/^HTTP\/1.1 201 /);
  expect(await isRecorded('p')).toBe(true);
});

it('a byte behind the JSON within a body is refused, and nothing is recorded', async () => {
  for (const type of ['put', 'post'] as const) {
    const path = type === 'put' ? '/talks/plans/p' : '/talks/import';
    const body = type === 'put' ? '{"title":"T"}}' : '[{"entry":"plan","id":"p","title":"T"}]]';
    expect((await service.raw(type, path, body).expect(400)).body.code).toBe('malformed-json');
  }
  expect(await isRecorded('p')).toBe(false);
});

it.each([
  ['a chunk that is none', `${chunk('{"title":"T"}')}x`],
  ['an end that comes too early', chunk('{"title":"T"}')],
])('a body with %s is refused, and nothing is recorded', async (_what, body) => {
  const connection = await RawConnection.to(service.url);
  const answer = await connection
    .send(`${head(PUT, JSON_TYPE, CHUNKED)}${body}`)
    .end()
    .closed();
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toContain('"malformed-request"');
  expect(await isRecorded('p')).toBe(false);
});

it.each([
  ['in the middle of its second line', `${chunk(line('first'))}${chunk('{"entry":"plan"')}`, true],
  ['by a chunk that is none', `${chunk(line('first'))}x`, false],
])('an import that is cut off %s tells what came of the first, and that it was cut off', async (_what, body, isEnded) => {
  const connection = await RawConnection.to(service.url);
  connection.send(`${head(IMPORT, LINES_TYPE, CHUNKED)}${body}`);
  const answer = await (isEnded ? connection.end() : connection).closed();
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain('{"line":1,"id":"first","outcome":"created"}');
  expect(answer).not.toContain('"line":2');
  expect(answer).toMatch(/"summary":\{"created":1,.*"problem":\{.*"malformed-request"/);
  expect(await isRecorded('first')).toBe(true);
});

it('the answer of an import has begun before its first line is recorded', async () => {
  const connection = await RawConnection.to(service.url);
  const begun = await connection.send(head(IMPORT, LINES_TYPE, CHUNKED)).until('\r\n\r\n');
  expect(begun).toMatch(/^HTTP\/1.1 200 /);
  const first = await connection.send(chunk(line('first'))).until('"created"');
  expect(first).toContain('{"line":1,"id":"first","outcome":"created"}');
  expect(await connection.send('0\r\n\r\n').until('summary')).toContain('"created":1');
  connection.end();
});

it('a proxy that asks with the whole URL does not have its host repeated', async () => {
  const connection = await RawConnection.to(service.url);
  const asked = head('GET http://elsewhere.example/v1/negotiations/talks/issues?limit=1', 'Connection: close');
  const answer = await connection.send(asked).closed();
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain('/v1/negotiations/talks/issues?');
  expect(answer).not.toContain('elsewhere.example');
});

it('what is no HTTP is refused with an id to ask about, too', async () => {
  const answer = await (await RawConnection.to(service.url)).send('no such thing\r\n\r\n').closed();
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).toMatch(/\r\nX-Request-Id: [\w.:-]{1,100}\r\n/);
});
