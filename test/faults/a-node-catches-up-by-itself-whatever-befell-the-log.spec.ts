import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { aNegotiation, appendReports, aReport, postUntilAcknowledged, startWriters } from '../support/fault-clients.js';
import { caughtUp, count, differenceFromFold, NOTHING_AMISS } from '../support/fault-counts.js';
import { type FaultyLog, faultyLogs, urlThrough } from '../support/fault-log.js';
import { AppNode, eventually, SHORT } from '../support/fault-node.js';

describe.each(faultyLogs())('%s', (name, start) => {
  let log: FaultyLog;
  let node: AppNode;
  let negotiation: string;
  const others: AppNode[] = [];
  const startAnother = async (...args: Parameters<typeof AppNode.start>): Promise<AppNode> => {
    const started = await AppNode.start(...args);
    others.push(started);
    return started;
  };

  beforeAll(async () => {
    log = await start();
    node = await AppNode.start(log.url);
    negotiation = await aNegotiation(node);
  });

  afterAll(async () => {
    await node.stop();
    await log.stop();
  });

  afterEach(async () => {
    for (const other of others.splice(0)) await other.stop();
  });

  it('stopped and started again four times under eight writers', async () => {
    const writers = startWriters(node, negotiation, 8, 20);
    for (let times = 0; times < 4; times += 1) {
      const before = writers.acknowledged;
      await eventually('some more are acknowledged', () => writers.acknowledged > before + 10 || writers.acknowledged === 160);
      await log.proxy.refuse();
      await pause(200 + 300 * times);
      await log.proxy.heal();
    }
    const counts = await count(`stopped and started four times, ${name}`, node, log.direct, negotiation, await writers.done);
    expect(counts).toMatchObject({ ...NOTHING_AMISS, acknowledged: 160 });
    expect(await differenceFromFold(node, log.direct)).toBeUndefined();
  });

  it('stopped and started again while a new node catches up', async () => {
    await appendReports(
      log.direct,
      negotiation,
      Array.from({ length: 1_000 }, (_, n) => `many-${String(n)}`),
    );
    const proxy = await log.anotherProxy();
    proxy.throttle(300_000);
    const late = await startAnother(urlThrough(proxy));
    const stands: bigint[] = [];
    for (let times = 0; times < 3; times += 1) {
      const before = late.readModel.applied;
      await eventually('it applies some', () => late.readModel.applied > before);
      expect((await late.read('')).headers.get('read-model-age')).toBe('unknown');
      await proxy.refuse();
      stands.push(late.readModel.applied);
      await pause(100);
      await proxy.heal();
      proxy.throttle(300_000);
    }
    await proxy.heal();
    const head = await log.direct.head();
    await caughtUp(late, log.direct);
    process.stdout.write(`cut off while catching up, ${name}: at ${stands.map(String).join(', ')} of ${String(head)}\n`);
    expect(stands[0]).toBeLessThan(head);
    expect(await differenceFromFold(late, log.direct)).toBeUndefined();
  });

  it('silent for ever on the connections that there are: new ones are made, and not one for every try', async () => {
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const proxy = await log.anotherProxy();
    const cutOff = await startAnother(urlThrough(proxy, '&keepAliveInterval=1500&keepAliveTimeout=1500'));
    await eventually('it has caught up', async () => (await cutOff.health()).ageSeconds === 0);
    proxy.freeze();
    await eventually('the log is away', async () => !(await cutOff.health()).logReachable);
    expect(proxy.connections).toBeLessThan(10);
    await proxy.abandon();
    const { id } = await postUntilAcknowledged(cutOff, negotiation, aReport('after-silence'));
    await eventually('the report is shown', async () => (await cutOff.read(`${negotiation}/reports/${id}`)).status === 200);
    expect(await differenceFromFold(cutOff, log.direct)).toBeUndefined();
    warned.mockRestore();
  });

  it('with subscriptions that end without an error', async () => {
    const { double } = log;
    if (double === undefined) return;
    const writers = startWriters(node, await aNegotiation(node), 4, 10);
    for (let times = 0; times < 5; times += 1) {
      await pause(100);
      double.endReads();
    }
    await writers.done;
    expect(await differenceFromFold(node, log.direct)).toBeUndefined();
  });

  it('through a line so slow that it lags, it gets all in the end', async () => {
    const proxy = await log.anotherProxy();
    const slow = await startAnother(urlThrough(proxy), { ...SHORT, tryMs: 2_000, totalMs: 4_000 });
    await eventually('it is ready', async () => (await slow.get('/health/ready')).status === 200);
    proxy.throttle(100_000);
    const own = await aNegotiation(node);
    await appendReports(
      log.direct,
      own,
      Array.from({ length: 400 }, (_, n) => `slow-${String(n)}`),
    );
    const lagging = await slow.read(own);
    expect([200, 404]).toContain(lagging.status);
    expect(slow.readModel.applied).toBeLessThan(await log.direct.head());
    await caughtUp(slow, log.direct);
    expect(await differenceFromFold(slow, log.direct)).toBeUndefined();
  });
});
