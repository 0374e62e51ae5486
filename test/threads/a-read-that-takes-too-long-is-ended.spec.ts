import { get } from 'node:http';
import { KEY, startServiceInThreads, type TestService } from '../support/service.js';

let service: TestService;
afterEach(() => service.stop());

/** A negotiation of many issues, each of them below the one before it, so that lists have something to do. */
async function withIssues(count: number): Promise<void> {
  const issues = Array.from({ length: count }, (_, i) => ({ entry: 'issue', id: `issue-${String(i)}`, title: `Issue ${String(i)}` }));
  await service.importLines('large', [{ entry: 'negotiation', id: 'large', title: 'Large' }, ...issues]);
}

it('with what to ask instead, while others are answered', async () => {
  service = await startServiceInThreads({ longestReadMs: 1 });
  await withIssues(600);
  const { body, headers } = await service.read('/large/issues?limit=500').expect(503);
  expect(body).toMatchObject({ code: 'too-dear', detail: expect.stringMatching(/ask for less: fewer at a time by `limit`/) as string });
  expect(headers['retry-after']).toBeDefined();
  await service.http.get('/health/live').expect(200);
});

it('where its client has left, so that the next one need not wait for it', async () => {
  service = await startServiceInThreads({});
  await withIssues(600);
  const long = `${service.url}/v1/negotiations/large/issues?limit=500&asOf=2026-01-01`;
  // Each one would take longer than all that follows may take together, were it worked out to its end.
  for (let i = 0; i < 30; i += 1) await leftAtOnce(`${long}&knownBy=2026-01-0${String(1 + (i % 9))}`);
  const { body } = await service.read('/large/issues?limit=1').expect(200);
  expect(body.items).toHaveLength(1);
  const { body: status } = await service.http
    .get('/v1/admin/projections')
    .set({ authorization: `Bearer ${KEY}` })
    .expect(200);
  expect(status.items[0]).toMatchObject({ damaged: false });
});

/** Asks and leaves before there is an answer. */
async function leftAtOnce(url: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = get(url, (response) => response.destroy());
    request.on('error', () => undefined);
    request.once('close', resolve);
    request.once('socket', (socket) => {
      socket.once('connect', () => {
        setImmediate(() => request.destroy());
      });
    });
  });
}
