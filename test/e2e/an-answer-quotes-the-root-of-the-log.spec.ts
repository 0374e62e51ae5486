import { hashOf, ROOT_OF_NOTHING, rootBehind } from '../../src/event-store/event-hash.js';
import { EventStore } from '../../src/event-store/event-store.token.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/v1/negotiations/ukraine-peace';

/** The roots behind each event, worked out from the log alone. */
async function roots(): Promise<string[]> {
  const all = [`@0 sha256:${ROOT_OF_NOTHING}`];
  let root = ROOT_OF_NOTHING;
  for await (const events of service.app.get(EventStore).readAll()) {
    for (const event of events) {
      root = rootBehind(root, hashOf(event));
      all.push(`@${String(event.position)} sha256:${root}`);
    }
  }
  return all;
}

const quoted = async (path: string): Promise<unknown> => (await service.http.get(path)).headers['log-root'];

it('of the position that it is of, be it the head or one that was asked for', async () => {
  const all = await roots();
  expect(await quoted(`${N}/issues/territory`)).toBe(all.at(-1));
  for (const position of [1, 100, 255, 256, 257, 274]) expect(await quoted(`${N}?recordedBy=@${String(position)}`)).toBe(all[position]);
  expect(await quoted(`${N}/changes?axis=recorded&from=@10&to=@200`)).toBe(all[200]);
});

it('of the end of a replay and of an export, which an answer that goes on live has not', async () => {
  const all = await roots();
  expect(await quoted(`${N}/export`)).toBe(all.at(-1));
  expect(await quoted(`${N}/export?recordedBy=@200&recorded=true`)).toBe(all[200]);
  expect(await quoted(`${N}/replay?axis=published&to=2026-01-07&recordedBy=@200`)).toBe(all[200]);
  expect(await quoted(`${N}/replay?axis=recorded&from=@190&to=@200`)).toBe(all[200]);
  const live = await fetch(`${service.url}${N}/replay?axis=recorded&from=@270`, { headers: { accept: 'text/event-stream' } });
  expect([live.status, live.headers.get('log-root')]).toEqual([200, null]);
  await live.body?.cancel();
});

it('another one with each event, and the same at the same position', async () => {
  const before = await quoted(N);
  await service.put('/ukraine-peace/issues/new', { title: 'New' }).expect(201);
  const after = (await roots()).at(-1);
  expect(await quoted(`${N}?recordedBy=${encodeURIComponent(String(after).split(' ')[0] ?? '')}`)).toBe(after);
  expect(await quoted(`${N}?recordedBy=@274`)).toBe(before);
  expect(after).not.toBe(before);
});

it('in a 304 as well, and nowhere in the answer itself', async () => {
  const { headers, text } = await service.http.get(`${N}?on=2026-01-31&recordedBy=@274`).expect(200);
  const again = await service.http
    .get(`${N}?on=2026-01-31&recordedBy=@274`)
    .set({ 'if-none-match': String(headers.etag) })
    .expect(304);
  expect(again.headers['log-root']).toBe(headers['log-root']);
  expect(text).not.toMatch(/sha256/i);
});

it('no metadata of hashes in what is told of events', async () => {
  const { text } = await service.http.get(`${N}/reports/merz-rules-nothing-out/history`).expect(200);
  expect(text).not.toMatch(/sha256/i);
  expect((await service.http.get(`${N}/export`).buffer(true)).text).not.toMatch(/sha256/i);
});
