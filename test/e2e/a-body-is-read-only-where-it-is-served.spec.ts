import { head, RawConnection } from '../support/raw-connection.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

const BODY_MS = 300;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({}, { bodyMs: BODY_MS });
  await aNegotiation(service);
});
afterAll(() => service.stop());

const LONG = ['Content-Type: application/json', 'Content-Length: 900000000'];
const opened = async (...request: Parameters<typeof head>) => (await RawConnection.to(service.url)).send(head(...request));

it.each([
  ['where nothing is served', 'POST /v1/nothing', 404, 'no-such-route'],
  ['where nothing is served to the admin', 'POST /v1/admin/nothing', 404, 'no-such-route'],
  ['of a method that is not served', 'POST /v1/negotiations', 405, 'method-not-allowed'],
  ['that is too long', 'PUT /v1/admin/negotiations/talks/plans/p', 413, 'body-too-large'],
])('a body %s is not waited for', async (_what, request, status, code) => {
  const answer = await (await opened(request, ...LONG)).closed();
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  expect(answer).toContain(`"${code}"`);
});

it('nor is one that comes without a key', async () => {
  const connection = await RawConnection.to(service.url);
  const asked = ['PUT /v1/admin/negotiations/talks/plans/p HTTP/1.1', 'Host: x', ...LONG, '', ''].join('\r\n');
  expect(await connection.send(asked).closed()).toMatch(/^HTTP\/1.1 401 /);
});

it('the key is asked for before it is told what is served', async () => {
  for (const path of ['/v1/admin/nothing', '/v1/admin/negotiations/talks/import']) await service.http.patch(path).expect(401);
});

it('a method that is not served is told with those that are', async () => {
  const { body } = await service.http.delete('/v1/negotiations/talks').expect(405).expect('allow', 'GET, HEAD, OPTIONS');
  expect(body.code).toBe('method-not-allowed');
  await service.http
    .put('/v1/admin/negotiations/talks/reports')
    .set({ authorization: 'Bearer secret-key' })
    .expect(405)
    .expect('allow', 'OPTIONS, POST');
});

it('an answer of a type that is not there is not given', async () => {
  expect((await service.read('/talks', { accept: 'text/csv' }).expect(406)).body.code).toBe('not-acceptable');
  for (const accept of ['application/json', '*/*', 'text/html, application/*;q=0.1']) await service.read('/talks', { accept }).expect(200);
});

it('what is said of the body of a read says nothing: it is not read', async () => {
  await service.read('/talks', { 'content-encoding': 'gzip' }).expect(200);
  await service.read('/talks', { 'content-type': 'application/json; charset=utf-16' }).expect(200);
});

describe('a body that does not come to its end', () => {
  const half = ['Content-Type: application/json', 'Content-Length: 1000'];

  it('is ended with an answer', async () => {
    const answer = await (await opened('PUT /v1/admin/negotiations/talks/plans/p', ...half)).send('{"title":').closed();
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"body-too-slow"');
  });

  it('is ended where it is an array of an import', async () => {
    const answer = await (await opened('POST /v1/admin/negotiations/talks/import', ...half)).send('[').closed();
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it('is ended where nobody reads it', async () => {
    const answer = await (await opened('POST /v1/nothing', ...half)).send('{').closed();
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });
});
