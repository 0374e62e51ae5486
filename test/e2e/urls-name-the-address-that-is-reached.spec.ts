import { bearer } from '../support/credentials.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const FORWARDED = { 'x-forwarded-host': 'tracker.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
const LIST = '/talks/parties?limit=1';

const services: TestService[] = [];
afterAll(() => Promise.all(services.map((service) => service.stop())));

async function started(overrides: Parameters<typeof startTestService>[0]): Promise<TestService> {
  const service = await startTestService(overrides);
  services.push(service);
  await aNegotiation(service);
  return service;
}

/** The beginning of every URL that a list tells. */
async function told(service: TestService, headers: Record<string, string> = {}): Promise<string[]> {
  const { body, headers: answered } = await service.read(LIST, headers).expect(200);
  const urls = [body.next ?? '', answered['content-location'] ?? '', /^<(\S+)>/.exec(answered.link ?? '')?.[1] ?? ''];
  return [...new Set(urls.map((url) => url.slice(0, url.indexOf('/v1/'))))];
}

it('by default they are relative, whatever a request says of where it came by', async () => {
  const service = await started({});
  expect([await told(service), await told(service, FORWARDED)]).toEqual([[''], ['']]);
});

it('PUBLIC_URL is the address, in every URL and in the documentation; over TLS browsers keep to it', async () => {
  const service = await started({ reach: { publicUrl: 'https://tracker.example', trustedProxies: [] } });
  expect(await told(service)).toEqual(['https://tracker.example']);
  const posted = await service.post('/talks/reports', REPORTS.ContextReported).expect(201);
  expect(posted.headers.location).toBe('https://tracker.example/v1/negotiations/talks/reports/attack');
  expect(posted.headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
  const made = await service.http.post('/v1/admin/keys').set(bearer(KEY)).send({ name: 'desk', role: 'reader' }).expect(201);
  expect(made.headers.location).toBe('https://tracker.example/v1/admin/keys/desk');
  expect((await service.http.get('/openapi.json')).body.servers).toEqual([{ url: 'https://tracker.example' }]);
});

it('a proxy that is trusted tells the address, and the one for whom it asks', async () => {
  const service = await started({
    reach: { publicUrl: undefined, trustedProxies: ['loopback'] },
    limits: { requests: { ofAddress: undefined, ofCaller: undefined }, streams: { inAll: 10, ofAddress: undefined }, connections: 100 },
  });
  expect([await told(service), await told(service, FORWARDED), await told(service)]).toEqual([[''], ['https://tracker.example'], ['']]);
  for (const odd of [
    { 'x-forwarded-host': 'odd"host' },
    { 'x-forwarded-host': 'tracker.example:99999' },
    { 'x-forwarded-proto': 'javascript' },
    { 'x-forwarded-proto': '"><script>' },
  ]) {
    expect(await told(service, { ...FORWARDED, ...odd })).toEqual(['']);
    await service.http
      .get('/n/talks/changes.atom')
      .set({ ...FORWARDED, ...odd })
      .expect(200);
  }
  const { headers } = await service.read('/talks', FORWARDED).expect(200);
  expect(headers['ratelimit-limit']).toBe('6000');
  expect((await service.read('/talks').expect(200)).headers['ratelimit-limit']).toBeUndefined();
});

it('another proxy is not believed', async () => {
  const service = await started({ reach: { publicUrl: undefined, trustedProxies: ['10.0.0.0/8'] } });
  expect(await told(service, FORWARDED)).toEqual(['']);
});

it('a feed has whole URLs, whatever host is asked for', async () => {
  const service = await started({});
  const linksFor = async (host: string): Promise<string> => {
    const { text } = await service.http.get('/n/talks/changes.atom').set({ host }).expect(200);
    return /<link rel="self" href="(.*?)\/n\/talks/.exec(text)?.[1] ?? text;
  };
  expect(await linksFor('tracker.example:8080')).toBe('http://tracker.example:8080');
  expect(await linksFor('tracker.example:99999')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});
