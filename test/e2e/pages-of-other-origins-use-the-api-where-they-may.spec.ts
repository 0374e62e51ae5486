import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

const OURS = 'https://desk.example';
const THEIRS = 'https://elsewhere.example';
const ASKING = { 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization, if-match' };
const ENTRY = '/v1/admin/negotiations/talks/plans/p';

const services: TestService[] = [];
afterAll(() => Promise.all(services.map((service) => service.stop())));

async function started(...corsOrigins: string[]): Promise<TestService> {
  const service = await startTestService({ corsOrigins });
  services.push(service);
  await aNegotiation(service);
  return service;
}

it('by default nowhere', async () => {
  const service = await started();
  const { headers } = await service.read('/talks', { origin: OURS }).expect(200);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  await service.http
    .options(ENTRY)
    .set({ origin: OURS, ...ASKING })
    .expect(401);
});

it('from an origin that is set: a preflight needs no key, a request does', async () => {
  const service = await started(OURS);
  const { headers } = await service.http
    .options(ENTRY)
    .set({ origin: OURS, ...ASKING })
    .expect(204);
  expect(headers).toMatchObject({ 'access-control-allow-origin': OURS, vary: 'origin' });
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(headers['access-control-allow-methods']?.split(', ')).toContain(method);
  expect(headers['access-control-allow-headers']?.toLowerCase()).toContain('authorization');
  const refused = await service.http.put(ENTRY).set({ origin: OURS }).send({ title: 'P' }).expect(401);
  expect(refused.headers['access-control-allow-origin']).toBe(OURS);
  const put = await service.put('/talks/plans/p', { title: 'P' }, { origin: OURS }).expect(201);
  expect(put.headers['access-control-expose-headers']).toContain('ETag');
  expect(put.headers['access-control-allow-credentials']).toBeUndefined();
  const read = await service.read('/talks', { origin: OURS }).expect(200);
  expect(read.headers['access-control-allow-origin']).toBe(OURS);
});

it('from no other one, and a cache is told that it depends on that', async () => {
  const service = await started(OURS);
  for (const origin of [THEIRS, 'null', `${OURS}.evil.example`]) {
    const { headers } = await service.read('/talks', { origin }).expect(200);
    expect([headers['access-control-allow-origin'], headers.vary]).toEqual([undefined, expect.stringContaining('origin')]);
    await service.http
      .options(ENTRY)
      .set({ origin, ...ASKING })
      .expect(401);
  }
});

it('from any, where that is set', async () => {
  const service = await started('*');
  const { headers } = await service.read('/talks', { origin: THEIRS, authorization: `Bearer ${KEY}` }).expect(200);
  expect(headers['access-control-allow-origin']).toBe('*');
});
