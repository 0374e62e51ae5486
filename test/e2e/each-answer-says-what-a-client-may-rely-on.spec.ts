import { bearer } from '../support/credentials.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const ANSWERS: readonly (readonly [path: string, status: number])[] = [
  ['/v1/negotiations/talks', 200],
  ['/v1/negotiations/talks/export', 200],
  ['/v1/negotiations/none', 404],
  ['/v1/nothing', 404],
  ['/v1/admin/keys', 401],
  ['/health/live', 200],
  ['/openapi.json', 200],
];

it.each(ANSWERS)('%s (%i): the request that it answers, and what a browser may do with it', async (path, status) => {
  const { headers } = await service.http.get(path).set({ 'x-request-id': 'desk-7:42.a' }).expect(status);
  expect(headers).toMatchObject({
    'x-request-id': 'desk-7:42.a',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  });
});

it('a request without an id, or with an odd one, is given one', async () => {
  const odd: Record<string, string>[] = [{}, { 'x-request-id': '<odd>' }, { 'x-request-id': 'x'.repeat(101) }];
  for (const headers of odd) {
    expect((await service.read('/talks', headers)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it('pages and the documentation say what they need, and no more', async () => {
  const csp = async (path: string) => (await service.http.get(path).expect(200)).headers['content-security-policy'];
  expect(await csp('/n/talks')).toContain("script-src 'self'");
  expect(await csp('/docs')).toMatch(/^default-src 'self';/);
  const { text } = await service.http.get('/docs').expect(200);
  expect(text).not.toMatch(/<script>/);
});

it('OPTIONS tells what is served, and a slash at the end says nothing', async () => {
  await service.http.options('/v1/negotiations/talks').expect(204).expect('allow', 'GET, HEAD, OPTIONS');
  await service.http.options('/v1/nothing').expect(404);
  await service.http.options('/v1/admin/keys').expect(401);
  await service.http.options('/v1/admin/keys').set(bearer(KEY)).expect(204).expect('allow', 'GET, HEAD, OPTIONS, POST');
  const [one, other] = [await service.read('/talks/issues/').expect(200), await service.read('/talks/issues').expect(200)];
  expect([one.text, one.headers['content-location']]).toEqual([other.text, other.headers['content-location']]);
  await service.put('/talks/plans/p/', { title: 'P' }).expect(201);
});
