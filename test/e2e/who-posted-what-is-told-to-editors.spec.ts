import { bearer, madeKey } from '../support/credentials.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const REPORT = '/talks/reports/attack';

const services: TestService[] = [];
afterAll(() => Promise.all(services.map((service) => service.stop())));

async function started(settings: Parameters<typeof startTestService>[0]): Promise<TestService> {
  const service = await startTestService(settings);
  services.push(service);
  await aNegotiation(service);
  await aNegotiation(service, 'others');
  await service.post('/talks/reports', { ...REPORTS.ContextReported, summary: 'He said: "postedBy":"nobody".' }).expect(201);
  return service;
}

it('by default to everybody', async () => {
  const service = await started({});
  const { body, headers } = await service.read(REPORT).expect(200);
  expect([body.postedBy, headers.vary]).toEqual(['tester', 'accept-encoding']);
});

it('where the setting says so to editors alone, whoever asked before; nothing else differs', async () => {
  const service = await started({ postersShownTo: 'editors' });
  const asked = [{}, bearer(KEY), {}, bearer(KEY), bearer(await madeKey(service, { name: 'visitor', role: 'reader' }))];
  const answers = [];
  for (const headers of asked)
    answers.push(
      await service
        .read(REPORT, headers)
        .expect(200)
        .expect('vary', /authorization/),
    );
  expect(answers.map(({ body }) => body.postedBy as unknown)).toEqual([null, 'tester', null, 'tester', null]);
  for (const { body } of answers) expect(body).toMatchObject({ ...answers[0]?.body, postedBy: body.postedBy as unknown });
  const [hidden, told] = answers.map(({ headers: { etag } }) => etag);
  expect(hidden).not.toBe(told);
  const { body } = await service.read(`${REPORT}/history`).expect(200);
  expect(body.items.map(({ postedBy }) => postedBy as unknown)).toEqual([null]);
});

it('where reading needs a key its answers are for no shared cache, and the list holds what the key may read', async () => {
  const service = await started({ readAccess: 'key', postersShownTo: 'editors' });
  const { headers } = await service.read(REPORT).expect(401);
  expect(headers['www-authenticate']).toMatch(/^Bearer .*, Basic /);
  const visitor = bearer(await madeKey(service, { name: 'visitor', role: 'reader', negotiations: ['talks'] }));
  const { body } = await service
    .read(`${REPORT}?asOf=2026-02-01&recordedBy=@${await service.head()}`, visitor)
    .expect(200)
    .expect('cache-control', 'private, max-age=86400');
  expect(body.postedBy).toBeNull();
  const listed = async (asking: { authorization: string }) => (await service.read('', asking).expect(200)).body.items.map(({ id }) => id);
  expect([await listed(bearer(KEY)), await listed(visitor), await listed(bearer(KEY))]).toEqual([
    ['others', 'talks'],
    ['talks'],
    ['others', 'talks'],
  ]);
  await service.read('/others', visitor).expect(403);
});

it('where reading needs a key a browser reads pages with it as the password', async () => {
  const service = await started({ readAccess: 'key', postersShownTo: 'editors' });
  await service.http.get('/n/talks').expect(401).expect('www-authenticate', /Basic/);
  const password = `Basic ${Buffer.from(`anybody:${KEY}`).toString('base64')}`;
  await service.http.get('/n/talks').set({ authorization: password }).expect(200).expect('content-type', /html/);
  await service.http.get('/v1/admin/keys').set({ authorization: password }).expect(401);
});
