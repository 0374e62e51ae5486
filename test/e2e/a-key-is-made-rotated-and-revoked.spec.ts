import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { bearer, madeKey } from '../support/credentials.js';
import { type Answered, ids } from '../support/asked.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const HOUR_MS = 3_600_000;
const KEYS = '/v1/admin/keys';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await aNegotiation(service, 'others');
});
afterAll(() => service.stop());

const asked = (key: string): PromiseLike<Answered> => service.get('/talks', bearer(key));
const rotate = (name: string, body: object) => service.http.post(`${KEYS}/${name}/rotation`).set(bearer(KEY)).send(body);

it('a key is told once, with where it is read; its name is what it posts by', async () => {
  const { body, headers } = await service.http.post(KEYS).set(bearer(KEY)).send({ name: 'desk', role: 'editor' }).expect(201);
  expect(headers).toMatchObject({ location: `${KEYS}/desk`, 'cache-control': 'no-store' });
  expect(body).toMatchObject({ name: 'desk', role: 'editor', negotiations: null, state: 'active', createdBy: 'tester', lastUsedAt: null });
  const key = body.key as string;
  await service.post('/talks/reports', { ...REPORTS.ContextReported, postedBy: 'somebody' }, bearer(key)).expect(422);
  await service.post('/talks/reports', REPORTS.ContextReported, bearer(key)).expect(201);
  expect((await service.read('/talks/reports/attack').expect(200)).body.postedBy).toBe('desk');
  const { text } = await service.http.get(KEYS).set(bearer(KEY)).expect(200);
  expect(text).not.toContain(key);
});

it('a list tells when each was used last, those of the setting too; also after a restart', async () => {
  await madeKey(service, { name: 'seldom', role: 'reader' });
  const often = await madeKey(service, { name: 'often', role: 'editor' });
  service.clock.forward(HOUR_MS);
  await asked(often);
  const now = new Date(service.clock.now()).toISOString();
  const uses = async () => {
    const { body } = await service.http.get(KEYS).set(bearer(KEY)).expect(200);
    return Object.fromEntries(body.items.map(({ name, lastUsedAt }) => [name as string, lastUsedAt as unknown]));
  };
  expect(await uses()).toMatchObject({ seldom: null, often: now, tester: now, other: null });
  await service.restart();
  expect(await uses()).toMatchObject({ seldom: null, often: now });
});

it('rotated, the old text is taken as long as was said, and the new one at once', async () => {
  const old = await madeKey(service, { name: 'turning', role: 'editor' });
  const { body } = await rotate('turning', { overlapHours: 2 }).expect(200);
  const now = body.key as string;
  expect(body.secrets).toHaveLength(2);
  expect([(await asked(old)).status, (await asked(now)).status]).toEqual([200, 200]);
  service.clock.forward(2 * HOUR_MS);
  expect([(await asked(old)).status, (await asked(now)).status]).toEqual([401, 200]);
  const { body: leaked } = await rotate('turning', { overlapHours: 0 }).expect(200);
  expect([(await asked(now)).status, (await asked(leaked.key as string)).status]).toEqual([401, 200]);
  expect(leaked.secrets).toHaveLength(1);
});

it('revoked, it is not taken from then on, and its name is not given again', async () => {
  const key = await madeKey(service, { name: 'gone', role: 'editor' });
  await asked(key);
  const revoke = () => service.http.delete(`${KEYS}/gone`).set(bearer(KEY));
  const { body } = await revoke().expect(200);
  expect(body).toMatchObject({ state: 'revoked', lastUsedAt: expect.any(String) as string, secrets: [] });
  expect((await asked(key)).status).toBe(401);
  expect((await revoke().expect(200)).body).toEqual(body);
  expect((await rotate('gone', {}).expect(409)).body.code).toBe('key-revoked');
  const again = await service.http.post(KEYS).set(bearer(KEY)).send({ name: 'gone', role: 'reader' }).expect(409);
  expect(again.body).toMatchObject({ code: 'id-in-use', errors: [{ pointer: '#/name' }] });
});

it('what is wrong with a wish is told, and nothing is made', async () => {
  const wishes = [
    { name: 'a b', role: 'editor' },
    { name: 'x', role: 'owner' },
    { name: 'x', role: 'admin', negotiations: ['talks'] },
    { name: 'x', role: 'editor', negotiations: [] },
    { name: 'x', role: 'editor', negotiations: ['talks.1'] },
    { name: 'x', role: 'editor', key: 'mine' },
  ];
  for (const wish of wishes) await service.http.post(KEYS).set(bearer(KEY)).send(wish).expect(422);
  await rotate('tester', {}).expect(409);
  await service.http.get(`${KEYS}/x`).set(bearer(KEY)).expect(404);
});

it('limited to a negotiation, it gets no further', async () => {
  const key = await madeKey(service, { name: 'limited', role: 'editor', negotiations: ['talks', 'new'] });
  await service.get('/talks', bearer(key)).expect(200);
  await service.put('/new', { title: 'New' }, bearer(key)).expect(201);
  const { body } = await service.put('/others/plans/p', { title: 'P' }, bearer(key)).expect(403);
  expect(body).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('talks, new') as string });
  for (const path of ['/v1/admin/projections', KEYS]) await service.http.get(path).set(bearer(key)).expect(403);
});

it('limited to negotiations, it finds these alone on every list of them, and what the process counts', async () => {
  const closed = await startTestService({ readAccess: 'key' });
  for (const negotiation of ['talks', 'others', 'new']) await closed.put(`/${negotiation}`, { title: `The ${negotiation}` }).expect(201);
  const both = bearer(await madeKey(closed, { name: 'both', role: 'reader', negotiations: ['talks', 'new'] }));
  const one = bearer(await madeKey(closed, { name: 'one', role: 'reader', negotiations: ['talks'] }));
  expect(ids((await closed.read('', both).expect(200)).body)).toEqual(['new', 'talks']);
  const { text } = await closed.http.get('/').set(both).expect(200);
  expect(text).toContain('The new');
  expect(text).not.toContain('The others');
  await closed.http.get('/').set(one).expect(302).expect('location', '/n/talks');
  await closed.http.get('/n/others').set(both).expect(403);
  await closed.http.get('/metrics').set(one).expect(200);
  await closed.stop();
});

it('the one key of an older version goes on, and its file is taken over', async () => {
  const older = await startTestService({ adminKeys: undefined });
  const hash = createHash('sha256').update('the-key-of-before').digest('hex');
  let folder = '';
  await older.restart((data) => {
    folder = data;
    rmSync(join(data, 'keys.json'));
    writeFileSync(join(data, 'admin-key.json'), JSON.stringify({ name: 'admin', hash }));
  });
  const { body } = await older.http.get(KEYS).set(bearer('the-key-of-before')).expect(200);
  expect(body.items).toMatchObject([{ name: 'admin', role: 'admin', keptIn: 'keys.json' }]);
  expect(existsSync(join(folder, 'admin-key.json'))).toBe(false);
  const { body: made } = await older.http.post(`${KEYS}/admin/rotation`).set(bearer('the-key-of-before')).send({ overlapHours: 0 });
  await older.http.get(KEYS).set(bearer('the-key-of-before')).expect(401);
  await older.http
    .get(KEYS)
    .set(bearer(made.key as string))
    .expect(200);
  await older.stop();
});
