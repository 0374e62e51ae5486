import { acknowledgedBefore, aNegotiation, aReport, postUntilAcknowledged, startWriters } from '../support/fault-clients.js';
import { count, differenceFromFold, NOTHING_AMISS } from '../support/fault-counts.js';
import { type FaultyLog, faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually, SHORT } from '../support/fault-node.js';

/** Reading the ids, the head and the append wait in turn. */
const LONGEST_ANSWER_MS = 10 * SHORT.totalMs;

const AWAY: readonly (readonly [how: string, fail: (log: FaultyLog) => unknown])[] = [
  ['refuses connections', ({ proxy }) => proxy.refuse()],
  [
    'is silent',
    ({ proxy }) => {
      proxy.freeze();
    },
  ],
];

describe.each(faultyLogs())('%s', (name, start) => {
  let log: FaultyLog;
  let node: AppNode;
  let negotiation: string;

  beforeAll(async () => {
    log = await start();
    node = await AppNode.start(log.url);
    negotiation = await aNegotiation(node);
    await postUntilAcknowledged(node, negotiation, aReport('before'));
    await eventually('ready', async () => (await node.health()).ageSeconds === 0);
  });

  afterEach(() => log.proxy.heal());

  afterAll(async () => {
    await node.stop();
    await log.stop();
  });

  describe.each(AWAY)('while the log %s', (how, fail) => {
    const id = `during-${how.replaceAll(' ', '-')}`;

    it('posts get 503 with Retry-After in time, queries go on and tell their age, and afterwards all catches up', async () => {
      await eventually('it is up to date', async () => (await node.health()).ageSeconds === 0);
      const asked = await node.read(`${negotiation}/issues/territory`);
      expect([asked.status, asked.headers.get('read-model-age')]).toEqual([200, null]);
      await fail(log);
      const began = performance.now();
      const posts = await Promise.all([0, 1, 2].map((n) => node.post(`${negotiation}/reports`, aReport(`${id}-${String(n)}`, n))));
      expect(performance.now() - began).toBeLessThan(LONGEST_ANSWER_MS);
      for (const { status, headers, body } of posts) {
        expect({ status, code: body.code, retry: headers.get('retry-after'), type: headers.get('content-type') }).toEqual({
          status: 503,
          code: 'store-unavailable',
          retry: '1',
          type: 'application/problem+json; charset=utf-8',
        });
      }
      await eventually('the age is told', async () => !(await node.health()).logReachable && (await node.health()).ageSeconds >= 3);
      const ready = await node.get('/health/ready');
      expect([ready.status, ready.body.status]).toEqual([200, 'ready']);
      expect((await node.get('/health/live')).status).toBe(200);
      const answer = await node.read(`${negotiation}/issues/territory`);
      expect([answer.status, answer.text]).toEqual([200, asked.text]);
      expect(Number(answer.headers.get('read-model-age'))).toBeGreaterThanOrEqual(3);
      expect(Number((await node.read(`${negotiation}/reports`)).headers.get('read-model-age'))).toBeGreaterThanOrEqual(3);

      await log.proxy.heal();
      await eventually('the log is reached', async () => (await node.health()).logReachable);
      await eventually('no age is told', async () => (await node.read(negotiation)).headers.get('read-model-age') === null);
      expect(await node.health()).toMatchObject({ status: 'ready', ageSeconds: 0, logReachable: true });
      const elsewhere = await Promise.all(posts.map((_, n) => postUntilAcknowledged(node, negotiation, aReport(`${id}-${String(n)}`, n))));
      await eventually('the reports are shown', async () => (await node.read(`${negotiation}/reports/${id}-2`)).status === 200);
      expect(elsewhere.map(({ answer: { body } }) => body.id)).toEqual([0, 1, 2].map((n) => `${id}-${String(n)}`));
    });

    it('nothing was half done, and what writers were acknowledged before, during and after it is there once', async () => {
      const before = (await node.read(`${negotiation}/reports?limit=500`)).body.items.map(({ id: one }) => one);
      const writers = startWriters(node, negotiation, 4, 5, id);
      await eventually('some are acknowledged', () => writers.acknowledged >= 3);
      await fail(log);
      await eventually('a second passed', async () => (await node.health()).ageSeconds >= 3);
      await log.proxy.heal();
      const acknowledged = [...(await writers.done), ...acknowledgedBefore(before)];
      const counts = await count(`the log ${how} for a while, ${name}`, node, log.direct, negotiation, acknowledged);
      expect(counts).toMatchObject(NOTHING_AMISS);
      expect(await differenceFromFold(node, log.direct)).toBeUndefined();
    });
  });

  it('a node that starts while the log is away is alive, not ready, and becomes ready by itself', async () => {
    await log.proxy.refuse();
    const late = await AppNode.start(log.url);
    const ready = await late.get('/health/ready');
    expect({ status: ready.status, code: ready.body.code, retry: ready.headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'not-ready',
      retry: '1',
    });
    expect((await late.get('/health/live')).status).toBe(200);
    await log.proxy.heal();
    await eventually('it is ready', async () => (await late.get('/health/ready')).status === 200);
    expect(await differenceFromFold(late, log.direct)).toBeUndefined();
    await late.stop();
  });
});
