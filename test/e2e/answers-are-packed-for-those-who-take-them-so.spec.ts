import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  for (const report of Object.values(REPORTS)) await service.post('/talks/reports', report).expect(201);
});
afterAll(() => service.stop());

const LONG = '/v1/negotiations/talks/reports';

interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** As it goes over the wire: `fetch` would unpack it. */
async function asked(path: string, headers: Record<string, string>): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const sent = request(`${service.url}${path}`, { headers }, (answer) => {
      answer.toArray().then((chunks: Buffer[]) => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: new Headers(answer.headers as Record<string, string>),
          bytes: Buffer.concat(chunks),
        });
      }, reject);
    });
    sent.on('error', reject).end();
  });
}

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
  ['gzip, deflate, br', brotliDecompressSync],
  ['gzip;q=1, br;q=0', gunzipSync],
])('a long answer for "%s" is shorter, and holds the same', async (encodings, unpacked) => {
  const plain = await asked(LONG, {});
  const packed = await asked(LONG, { 'accept-encoding': encodings });
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
  expect(unpacked(packed.bytes).toString()).toBe(plain.bytes.toString());
  expect([plain.headers.get('vary'), packed.headers.get('vary')]).toEqual(['accept, accept-encoding', 'accept, accept-encoding']);
});

it('packed or not, it is the same answer: one tag, by which it is known again', async () => {
  const { headers } = await asked(LONG, {});
  const tag = headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"[^"]+"$/);
  for (const encoding of ['identity', 'gzip', 'br']) {
    expect((await asked(LONG, { 'accept-encoding': encoding })).headers.get('etag')).toBe(tag);
    const again = await asked(LONG, { 'accept-encoding': encoding, 'if-none-match': tag });
    expect([again.status, again.headers.get('etag'), again.bytes.length]).toEqual([304, tag, 0]);
  }
});

it('short answers, and entries that are sent back with their tag, go out as they are', async () => {
  const all = { 'accept-encoding': 'br, gzip' };
  expect((await asked('/health/live', all)).headers.get('content-encoding')).toBeNull();
  const { headers } = await asked('/v1/admin/negotiations/talks', { ...all, authorization: `Bearer ${KEY}` });
  expect([headers.get('content-encoding'), headers.get('etag')]).toEqual([null, '"0"']);
});

it.each(['application/x-ndjson', 'text/event-stream'])('steps of a replay as %s are not held back to be packed', async (accept) => {
  const { headers, bytes } = await asked('/v1/negotiations/talks/replay?to=2026-02-01', { accept, 'accept-encoding': 'br, gzip' });
  expect([headers.get('content-encoding'), headers.get('content-type')]).toEqual([null, expect.stringContaining(accept)]);
  expect(bytes.toString()).toContain('"step":1');
});

it('pages and their styles are packed too', async () => {
  const page = await asked('/n/talks', { 'accept-encoding': 'br' });
  expect([page.status, page.headers.get('content-encoding')]).toEqual([200, 'br']);
});
