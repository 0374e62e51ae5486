import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { bearer, madeKey } from '../support/credentials.js';
import type { Answered, Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';
import { type Got, WebhookReceiver } from '../support/webhook-receiver.js';

type Registered = Json & { readonly secret: string; readonly failing: { readonly attempts: number; readonly error: string } | null };

let service: TestService;
let receiver: WebhookReceiver;
beforeEach(async () => {
  service = await startTestService({ webhookTargets: 'any' });
  // A receiver takes no signature of another day.
  service.clock.set(new Date().toISOString());
  receiver = await WebhookReceiver.start();
  await aNegotiation(service);
});
afterEach(async () => {
  await service.stop();
  await receiver.close();
});

const register = async (more: object = {}): Promise<Registered> =>
  (await service.post('/talks/webhooks', { url: receiver.url, ...more }).expect(201)).body as Registered;

const { id: _, ...position } = REPORTS.PositionStated;
const holds = (modality: string, party = 'russia', proposition = 'cede-donbas'): PromiseLike<Answered> =>
  service.post('/talks/reports', { ...position, data: { party, proposition, modality } }).expect(201);

function verified(secret: string, { body, headers }: Got): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

async function becomes<T>(ask: () => PromiseLike<T>, isRight: (now: T) => boolean): Promise<T> {
  for (;;) {
    const now = await ask();
    if (isRight(now)) return now;
    await pause(20);
  }
}

const asIs = async (id: string): Promise<Registered> => (await service.get(`/talks/webhooks/${id}`).expect(200)).body as Registered;
const deliveries = async (id: string): Promise<Json[]> => (await service.get(`/talks/webhooks/${id}/deliveries`).expect(200)).body.items;

it('as a signed CloudEvent, with what changed and why', async () => {
  const { secret, id } = await register();
  const { body } = await holds('demands');
  const [got] = await receiver.until(1);
  expect(got?.headers).toMatchObject({ 'content-type': 'application/cloudevents+json', 'webhook-id': got?.event.id });
  expect(got?.event.id).toMatch(new RegExp(`^${id}\\.${body.position}\\.0\\.[0-9a-f]{12}$`));
  if (got) expect(verified(secret, got)).toMatchObject({ specversion: '1.0' });
  const told = (await receiver.until(3)).map(({ event }) => [event.type, event.subject, event.data.position]);
  expect(told).toContainEqual(['negotiation.stances.changed', 'issues/territory/stances/russia/proposition:cede-donbas', body.position]);
  expect(got?.event.source).toBe('/v1/negotiations/talks');
  expect(got?.event.data).toMatchObject({ cause: { report: body.id } });
  const done = await becomes(
    () => deliveries(id),
    (items) => items.length === receiver.got.length,
  );
  expect(done.map((one) => one.id).toReversed()).toEqual(receiver.ids);
  expect((await service.get('/talks/webhooks').expect(200)).text).not.toContain(secret);
});

it('what is not taken is sent again, and what comes behind it waits', async () => {
  const { id } = await register({ kinds: ['stances'] });
  receiver.answers.push(500, 302);
  await holds('demands');
  await holds('rejects');
  const failing = await becomes(
    () => asIs(id),
    ({ failing: now }) => now !== null,
  );
  expect(failing.failing?.error).toContain('500');
  const { body: told } = await service.get(`/talks/webhooks/${id}/deliveries`).expect(200);
  expect(told).toMatchObject({ items: [], failing: { attempts: expect.any(Number) as number } });
  const got = await receiver.until(4);
  expect(got[1]?.event.id).toBe(got[0]?.event.id);
  expect(got[2]?.event.id).toBe(got[0]?.event.id);
  expect(got[3]?.event.id).not.toBe(got[0]?.event.id);
  const [second, first] = await becomes(
    () => deliveries(id),
    (items) => items.length === 2,
  );
  expect([first?.attempts, second?.attempts]).toEqual([3, 1]);
  expect((await asIs(id)).failing).toBeNull();
});

it('what is answered by another protocol is sent again', async () => {
  const { id } = await register({ kinds: ['stances'] });
  receiver.answers.push(101);
  await holds('demands');
  const { failing } = await becomes(
    () => asIs(id),
    (now) => now.failing !== null || receiver.got.length > 1,
  );
  if (failing) expect(failing.error).toContain('101');
  const [first, second] = await receiver.until(2);
  expect(second?.event.id).toBe(first?.event.id);
});

it('only what its filter asks for', async () => {
  await register({ issue: 'guarantees', party: 'united-states', kinds: ['stances', 'agreements'] });
  await holds('demands');
  await holds('demands', 'ukraine', 'us-troops');
  await holds('rejects', 'united-states', 'us-troops');
  await receiver.until(1);
  await holds('demands', 'united-states', 'us-troops');
  const got = await receiver.until(2);
  for (const { event } of got) expect(event.subject).toBe('issues/guarantees/stances/united-states/proposition:us-troops');
});

it('what was recorded while the service or the receiver was away comes later, once', async () => {
  const { id } = await register({ kinds: ['stances'] });
  await holds('demands');
  await receiver.until(1);
  await becomes(
    () => deliveries(id),
    (items) => items.length === 1,
  );
  await receiver.close();
  await holds('rejects');
  await becomes(
    () => asIs(id),
    ({ failing }) => failing !== null,
  );
  await service.restart();
  await receiver.open();
  await holds('undecided');
  const got = await receiver.until(3);
  expect(new Set(got.map(({ event }) => event.id)).size).toBe(3);
  const at = got.map(({ event }) => Number(event.data.position));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

it('from a position on, where one is given', async () => {
  await holds('demands');
  await register({ kinds: ['stances'], after: '1' });
  const [got] = await receiver.until(1);
  expect(got?.event.data.change.path).toBe('stances/russia/proposition:cede-donbas');
});

it('from no position that is not in the log yet', async () => {
  const head = await service.head();
  const beyond = String(BigInt(head) + 1n);
  for (const after of [beyond, '9999999999999999999']) {
    const { body } = await service.post('/talks/webhooks', { url: receiver.url, after }).expect(503).expect('retry-after', '1');
    expect(body).toMatchObject({ code: 'position-not-reached', errors: [{ pointer: '#/after' }] });
    expect(body.errors[0]?.detail).toContain(head);
  }
  expect((await service.get('/talks/webhooks').expect(200)).body.items).toEqual([]);
  await register({ after: head });
});

it('signed by two secrets while one is rotated, and not at all once it is removed', async () => {
  const { id, secret } = await register({ kinds: ['stances'] });
  const { body } = await service.post(`/talks/webhooks/${id}/secret`, { overlapHours: 1 }).expect(200);
  await holds('demands');
  const [got] = await receiver.until(1);
  for (const one of [secret, (body as Registered).secret]) if (got) verified(one, got);
  await service.delete(`/talks/webhooks/${id}`).expect(204);
  await service.get(`/talks/webhooks/${id}`).expect(404);
  const other = await register({ kinds: ['stances'] });
  await holds('rejects');
  await becomes(
    () => deliveries(other.id),
    (items) => items.length === 1,
  );
  expect(receiver.got).toHaveLength(2);
});

it('nothing of it is in the log of the negotiation, or in its export', async () => {
  const { id } = await register();
  await holds('demands');
  await receiver.until(2);
  await becomes(
    () => deliveries(id),
    (items) => items.length === receiver.got.length,
  );
  const head = await service.head();
  const { body } = await service.read('/talks/reports?axis=recorded').expect(200);
  expect(body.at.recordedBy).toBe(`@${head}`);
  expect(JSON.stringify(await service.exported('talks'))).not.toContain('webhook');
});

it('is registered by admins alone, and only where it may lead', async () => {
  const editor = await madeKey(service, { name: 'editor', role: 'editor' });
  await service.post('/talks/webhooks', { url: receiver.url }, bearer(editor)).expect(403);
  await service.post('/nowhere/webhooks', { url: receiver.url }).expect(404);
  const { body } = await service.post('/talks/webhooks', { url: 'ftp://x', issue: 'teritory', party: 'rusia' }).expect(422);
  expect(body.errors).toMatchObject([
    { pointer: '#/url', code: 'invalid-target' },
    { pointer: '#/issue', code: 'unknown-id', suggestions: ['territory'] },
    { pointer: '#/party', code: 'unknown-id', suggestions: ['russia'] },
  ]);
  const strict = await startTestService();
  await aNegotiation(strict);
  for (const url of [
    'http://example.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/',
    'https://u:p@example.org/',
  ])
    await strict.post('/talks/webhooks', { url }).expect(422);
  await strict.post('/talks/webhooks', { url: 'https://example.org/changes' }).expect(201);
  await strict.stop();
});
