import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { configOf } from '../../src/config.js';
import { bearer, madeKey } from '../support/credentials.js';
import { KEY, OTHER_KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

const services: TestService[] = [];
afterAll(() => Promise.all(services.map((service) => service.stop())));

async function started(settings: Readonly<Record<string, string | undefined>>): Promise<TestService> {
  const service = await startTestService({ limits: configOf(settings).limits });
  services.push(service);
  await aNegotiation(service);
  return service;
}

it('an address beyond its requests gets 429 with when to ask again; keys go on, each with its own', async () => {
  const service = await started({ REQUESTS_PER_MINUTE: '3', KEY_REQUESTS_PER_MINUTE: '5' });
  for (const left of ['2', '1', '0']) {
    const { headers } = await service.read('/talks').expect(200);
    expect([headers['ratelimit-limit'], headers['ratelimit-remaining']]).toEqual(['3', left]);
  }
  const { body, headers } = await service
    .read('/talks')
    .expect(429)
    .expect('content-type', /problem\+json/);
  expect(body).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(headers['ratelimit-reset']).toBe(headers['retry-after']);
  const used = 5 - Number((await service.read('/talks', bearer(KEY)).expect(200)).headers['ratelimit-remaining']);
  for (let i = used; i < 5; i += 1) await service.get('/talks').expect(200);
  await service.get('/talks').expect(429);
  await service.get('/talks', bearer(OTHER_KEY)).expect(200);
  await service.http.get('/health/live').expect(200);
});

it('who guesses keys is counted by his address', async () => {
  const service = await started({ REQUESTS_PER_MINUTE: '2' });
  const guess = (n: number) => service.get('/talks', bearer(`a-guess-of-a-key-${String(n)}`));
  expect([(await guess(1)).status, (await guess(2)).status, (await guess(3)).status]).toEqual([401, 401, 429]);
});

it('by default nobody on this machine is counted, and 0 counts nobody', async () => {
  for (const settings of [{}, { REQUESTS_PER_MINUTE: '0', KEY_REQUESTS_PER_MINUTE: '0' }]) {
    const service = await started(settings);
    for (const headers of [{}, bearer(await madeKey(service, { name: 'desk', role: 'reader' }))]) {
      expect((await service.read('/talks', headers).expect(200)).headers).not.toHaveProperty('ratelimit-limit');
    }
  }
});

interface Stream {
  readonly status: number | undefined;
  readonly code: unknown;
  close(): Promise<void>;
}

/** Opens a live replay, or is refused. */
async function listen({ url }: TestService): Promise<Stream> {
  const asked = request(`${url}/v1/negotiations/talks/replay?axis=recorded`, { headers: { accept: 'text/event-stream' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let code: unknown;
  if (answer.statusCode !== 200) {
    const chunks = (await answer.toArray()) as Buffer[];
    ({ code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: unknown });
  } else answer.resume();
  const close = async (): Promise<void> => {
    const closed = once(asked, 'close');
    asked.destroy();
    await closed;
  };
  return { status: answer.statusCode, code, close };
}

it.each([
  ['too-many-streams', 429, { ADDRESS_LIVE_STREAMS: '2' }],
  ['streams-full', 503, { LIVE_STREAMS: '2' }],
])('one live stream too many is refused by %s, until another ends', async (code, status, settings) => {
  const service = await started(settings);
  const [first, second, third] = [await listen(service), await listen(service), await listen(service)];
  expect([first, second, third]).toMatchObject([{ status: 200 }, { status: 200 }, { status, code }]);
  await first.close();
  let again = await listen(service);
  while (again.status !== 200) again = await listen(service);
  await service.http.get('/v1/negotiations/talks/replay?axis=recorded').set({ accept: 'application/x-ndjson' }).expect(200);
  await Promise.all([second, again].map((stream) => stream.close()));
});

it('a connection beyond the number is told so and closed, until others end', async () => {
  const service = await started({ CONNECTIONS: '3' });
  const { port } = new URL(service.url);
  const held: Socket[] = [];
  for (let i = 0; i < 3; i += 1) {
    const socket = connect(Number(port), '127.0.0.1');
    held.push(socket);
    await once(socket, 'connect');
  }
  const { body, headers } = await service.http.get('/health/live').expect(503);
  expect([body.code, headers.connection, headers['retry-after']]).toEqual(['connections-full', 'close', '1']);
  for (const socket of held) socket.destroy();
  while ((await service.http.get('/health/live')).status !== 200);
});
