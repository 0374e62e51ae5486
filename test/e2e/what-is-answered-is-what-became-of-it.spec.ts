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

it.each([
  ['a first chunk that is none', CHUNKED, 'zz\r\n'],
  ['a coding that leaves its end open', 'Transfer-Encoding: identity', line('first')],
])('an import with %s is told so, though nobody reads it yet', async (_what, coding, body) => {
  const connection = await RawConnection.to(service.url);
  const answer = await connection.send(`${head(IMPORT, LINES_TYPE, coding)}${body}`).closed();
  expect(answer).toMatch(/"created":0,.*"problem":\{.*"malformed-request"/);
});

it('every request before bytes that are none is answered, where several stand there', async () => {
  const connection = await RawConnection.to(service.url);
  const body = '{"title":"T"}';
  const put = (id: string): string =>
    `${head(`PUT /v1/admin/negotiations/talks/plans/${id}`, JSON_TYPE, `Content-Length: ${String(body.length)}`)}${body}`;
  const answer = await connection.send(`${put('p')}${put('q')}${put('r')}no HTTP\r\n\r\n`).closed();
  expect(answer.match(/HTTP\/1.1 201 /g)).toHaveLength(3);
});

it.each([
  ['without a host', 'GET /health/live HTTP/1.1', 400, 'malformed-request'],
  ['with two hosts', 'GET /health/live HTTP/1.1\r\nHost: x\r\nHost: y', 400, 'malformed-request'],
  ['that expects what is not known', 'GET /health/live HTTP/1.1\r\nHost: x\r\nExpect: 200-ok', 417, 'expectation-failed'],
])('a request %s is told so, and what comes behind it is served', async (_what, asked, status, code) => {
  const connection = await RawConnection.to(service.url);
  const behind = head('GET /v1/negotiations/talks', 'Connection: close');
  const answer = await connection.send(`${asked}\r\n\r\n${behind}`).closed();
  expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual([`HTTP/1.1 ${String(status)}`, 'HTTP/1.1 200']);
  expect(answer).toContain(`"${code}"`);
});

it('a head that is too large is told so', async () => {
  const connection = await RawConnection.to(service.url);
  const answer = await connection.send(head('GET /health/live', `X-A: ${'a'.repeat(20_000)}`)).closed();
  expect(answer).toMatch(/^HTTP\/1.1 431 .*\r\n/);
  expect(answer).toContain('"headers-too-large"');
});

it('a program that offers HTTP/2 is served over HTTP/1.1, with its body', async () => {
  const connection = await RawConnection.to(service.url);
  const body = '{"title":"T"}';
  const upgrade = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABk'];
  connection.send(`${head(PUT, JSON_TYPE, ...upgrade, `Content-Length: ${String(body.length)}`)}${body}`);
  expect(await connection.until('"created"')).toMatch(/^HTTP\/1.1 201 /);
  expect(await connection.send(head('GET /health/live', 'Connection: close')).closed()).toContain('HTTP/1.1 200 ');
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
