import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { bearer } from '../support/credentials.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';
import { TokenIssuer } from '../support/token-issuer.js';

let issuer: TokenIssuer;
let service: TestService;
beforeAll(async () => {
  issuer = await TokenIssuer.start();
  service = await startTestService({
    readAccess: 'key',
    issuer: { url: issuer.url, audience: 'tracker', roleClaim: 'realm_access.roles' },
  });
  await aNegotiation(service);
});
afterAll(async () => {
  await service.stop();
  await issuer.close();
});

const now = (): number => service.clock.now();
const roles = (...names: string[]) => ({ realm_access: { roles: names } });
const token = (claims: object): Promise<string> => issuer.token({ ...claims }, now());
const statuses = async (given: string): Promise<number[]> => [
  (await service.read('/talks', bearer(given))).status,
  (await service.get('/talks', bearer(given))).status,
  (await service.http.get('/v1/admin/keys').set(bearer(given))).status,
];

it.each([
  [['reader'], [200, 403, 403]],
  [['editor'], [200, 200, 403]],
  [['admin'], [200, 200, 200]],
  [
    ['reader', 'offline_access', 'editor'],
    [200, 200, 403],
  ],
  [
    ['Admin', 'owner'],
    [401, 401, 401],
  ],
  [[], [401, 401, 401]],
])('with the roles %j it reads, edits and keeps keys: %j', async (names, expected) => {
  expect(await statuses(await token(roles(...names)))).toEqual(expected);
});

it('posts by its subject, which no key can be named', async () => {
  await service.post('/talks/reports', REPORTS.ContextReported, bearer(await token(roles('editor')))).expect(201);
  expect((await service.read('/talks/reports/attack', bearer(KEY)).expect(200)).body.postedBy).toBe('oidc:jane');
  await service.http.post('/v1/admin/keys').set(bearer(KEY)).send({ name: 'oidc:jane', role: 'reader' }).expect(422);
});

it.each([
  ['of another audience', { aud: 'somebody-else' }],
  ['of another issuer', { iss: 'https://issuer.example' }],
  ['that has expired', { exp: 1_700_000_000 }],
  ['that never expires', { exp: undefined }],
  ['that is not valid yet', { nbf: 4_000_000_000 }],
  ['of nobody', { sub: undefined }],
  ['of nobody by an empty name', { sub: ' ' }],
  ['whose subject is no text', { sub: ['jane'] }],
  ['whose subject has a line break', { sub: 'jane\n' }],
  ['whose subject is not Unicode', { sub: 'jane\ud800' }],
  ['whose role is inherited', { realm_access: {}, __proto__: roles('admin') }],
])('one %s is not taken', async (_, claims) => {
  expect(await statuses(await token({ ...roles('admin'), ...claims }))).toEqual([401, 401, 401]);
});

it('one that somebody else signed, or nobody, or with the public key as a secret, is not taken', async () => {
  const claims = { ...roles('admin'), iss: issuer.url, aud: 'tracker', sub: 'jane' };
  const { privateKey } = await generateKeyPair('ES256');
  const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).setExpirationTime('1h').sign(privateKey);
  const unsigned = new UnsecuredJWT(claims).setExpirationTime('1h').encode();
  const shared = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
    .setExpirationTime('1h')
    .sign(Buffer.alloc(32));
  const [head = '', , signature = ''] = (await token(roles('reader'))).split('.');
  const altered = [head, Buffer.from(JSON.stringify({ ...claims, exp: 4_000_000_000 })).toString('base64url'), signature].join('.');
  for (const bad of [forged, unsigned, shared, altered]) expect(await statuses(bad)).toEqual([401, 401, 401]);
});

it('its keys are asked for once, not for each request', async () => {
  const before = issuer.asked;
  for (let i = 0; i < 5; i += 1) expect((await statuses(await token(roles('editor'))))[1]).toBe(200);
  expect(issuer.asked).toBe(before);
});

it('while the issuer is away, before its keys are known, it is 503; keys of this service go on; and it is taken once the issuer is back', async () => {
  await service.restart();
  await issuer.close();
  const good = await token(roles('editor'));
  const { body, headers } = await service.get('/talks', bearer(good)).expect(503);
  expect([body.code, headers['retry-after']]).toEqual(['issuer-unavailable', '1']);
  await service.get('/talks', bearer(KEY)).expect(200);
  await issuer.open();
  while ((await service.get('/talks', bearer(good))).status === 503) await new Promise((resolve) => setTimeout(resolve, 200));
  await service.get('/talks', bearer(good)).expect(200);
});
