import { once } from 'node:events';
import { request } from 'node:http';
import { OTHER_KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const PATHS = [
  '/v1/admin',
  '/v1/admin/',
  '/v1/admin/nothing',
  '/v1/admin/projections',
  '/v1/admin/projections?x=1',
  '/v1/admin/negotiations/talks',
  '/v1/admin/negotiations/talks/history',
  '/v1/admin/negotiations/talks/plans/plan-28',
  '/v1/admin/negotiations/talks/reports/none/links/same-as/none',
  '/v1/%61dmin',
  '/v1/%61dmin/projections',
  '/v1/admi%6E/negotiations/talks',
  '/%76%31/admin/negotiations/talks',
  '/v1/admin%2Fprojections',
];

it.each(PATHS)('%s: 401 with WWW-Authenticate, whatever the method', async (path) => {
  for (const method of ['get', 'head', 'put', 'post', 'patch', 'delete', 'options'] as const) {
    const refused = await service.http[method](path)
      .expect(401)
      .expect('www-authenticate', /^Bearer/);
    if (method !== 'head') expect(refused.body).toMatchObject({ status: 401, code: 'unauthorized', errors: [] });
  }
});

it.each([
  'secret-key',
  'Basic secret-key',
  'Bearer',
  'Bearer ',
  'Bearer wrong',
  'Bearer secret-key x',
  'Bearer secret-keyx',
  'Bearer SECRET-KEY',
])('refuses "Authorization: %s"', async (authorization) => {
  await service.http.get('/v1/admin/projections').set({ authorization }).expect(401);
});

it('is asked for the key before a body is read', async () => {
  const { body } = await service.http
    .put('/v1/admin/negotiations/talks')
    .set({ 'content-type': 'application/json' })
    .send('{ not json')
    .expect(401);
  expect(body.code).toBe('unauthorized');
});

it('with a key an unknown route is 404, and reads need none', async () => {
  const known = { authorization: 'bearer secret-key' };
  expect((await service.http.get('/v1/admin/nothing').set(known).expect(404)).body.code).toBe('no-such-route');
  await service.http.get('/v1/admin/projections').set(known).expect(200);
  await service.http.get('/v1/negotiations/talks').expect(200);
});

it('postedBy is the name of the key', async () => {
  await service.post('/talks/reports', REPORTS.ContextReported, { authorization: `Bearer ${OTHER_KEY}` }).expect(201);
  await service.put('/talks/plans/p', { title: 'P' }, { authorization: `Bearer ${OTHER_KEY}` }).expect(201);
  const report = await service.read('/talks/reports/attack').expect(200);
  const entry = await service.get('/talks/plans/p/history').expect(200);
  expect([report.body.postedBy, entry.body.items[0]?.postedBy]).toEqual(['other', 'other']);
});

it('is asked for the key in the absolute form of a proxy too', async () => {
  const { hostname, port } = new URL(service.url);
  for (const path of ['/v1/admin/projections', '/v1/admin/nothing', '/v1/%61dmin/nothing']) {
    const asked = request({ hostname, port, path: `http://proxied${path}` }).end();
    const [{ statusCode }] = (await once(asked, 'response')) as [{ statusCode: number }];
    expect(statusCode).toBe(401);
  }
});
