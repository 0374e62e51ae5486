import { aNegotiation, appendReports, aReport, newNegotiation, postUntilAcknowledged } from '../support/fault-clients.js';
import { caughtUp, differenceFromFold } from '../support/fault-counts.js';
import { type FaultyLog, faultyLogs, urlThrough } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';
import type { TcpProxy } from '../support/tcp-proxy.js';

describe.each(faultyLogs())('%s', (name, start) => {
  let log: FaultyLog;
  let proxyOfB: TcpProxy;
  let [a, b]: AppNode[] = [];
  let negotiation: string;

  const nodes = (): readonly [AppNode, AppNode] => {
    if (!a || !b) throw new Error('not started');
    return [a, b];
  };

  beforeAll(async () => {
    log = await start();
    proxyOfB = await log.anotherProxy();
    const patient = { tryMs: 4_000, totalMs: 10_000 };
    a = await AppNode.start(log.url, patient);
    b = await AppNode.start(urlThrough(proxyOfB), patient);
    // A real server may hold much already.
    for (const node of nodes()) await caughtUp(node, log.direct);
    negotiation = await aNegotiation(a);
  });

  afterAll(async () => {
    for (const node of nodes()) await node.stop();
    await log.stop();
  });

  it('a write on one node is read on the other one by its position', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const [writer, reader] = n % 2 === 0 ? nodes() : (nodes().toReversed() as [AppNode, AppNode]);
      const { answer } = await postUntilAcknowledged(writer, negotiation, aReport(`told-${String(n)}`, n));
      const { position } = answer.body;
      const began = performance.now();
      const read = await reader.read(`${negotiation}/reports/told-${String(n)}?recordedBy=@${position}`);
      waits.push(performance.now() - began);
      expect([read.status, read.body.position, read.body.at.recordedBy]).toEqual([200, position, `@${position}`]);
    }
    process.stdout.write(`20 writes read on the other node, ${name}: longest wait ${String(Math.round(Math.max(...waits)))} ms\n`);
  });

  it('writers of both nodes on the same ids: one is acknowledged as created, the other as unchanged', async () => {
    const posts = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        nodes().map((node) => postUntilAcknowledged(node, negotiation, aReport(`both-${String(n)}`, n))),
      ).flat(),
    );
    const outcomes = posts.map(({ answer: { status, body } }) => `${String(status)} ${body.outcome}`).sort();
    expect(outcomes).toEqual([...Array<string>(20).fill('200 unchanged'), ...Array<string>(20).fill('201 created')]);
    const positions = new Map(posts.map(({ id, answer }) => [`${id} ${answer.body.position}`, id]));
    expect(positions.size).toBe(20);
  });

  it('a slow node answers 503 position-not-reached after a second, and the same URL later', async () => {
    const [fast, slow] = nodes();
    proxyOfB.throttle(40_000);
    const ids = Array.from({ length: 200 }, (_, n) => `slow-${String(n)}`);
    await appendReports(log.direct, negotiation, ids);
    const { answer } = await postUntilAcknowledged(fast, negotiation, aReport('behind-the-others'));
    const path = `${negotiation}/reports/behind-the-others?recordedBy=@${answer.body.position}`;
    const began = performance.now();
    const early = await slow.read(path);
    const waited = performance.now() - began;
    expect({ status: early.status, code: early.body.code, retry: early.headers.get('retry-after') }).toEqual({
      status: 503,
      code: 'position-not-reached',
      retry: '1',
    });
    expect(waited).toBeGreaterThan(900);
    expect(waited).toBeLessThan(3_000);
    await eventually('the same URL answers', async () => (await slow.read(path)).status === 200, 25_000);
    await proxyOfB.heal();
    expect((await slow.read(path)).text).toBe((await fast.read(path)).text);
  });

  it('both give the same bytes for the same axes, and for what they cite', async () => {
    for (const node of nodes()) await caughtUp(node, log.direct);
    const head = await log.direct.head();
    const axes = [
      `asOf=2026-02-01&recordedBy=@${String(head)}`,
      `on=2026-01-10&recordedBy=@${String(head)}&certainty=certain`,
      'asOf=2026-02-01',
    ];
    const paths = [
      '',
      '/issues',
      '/issues/territory',
      '/stances',
      '/reports?limit=20',
      '/reports/told-3',
      '/reports/told-3/history',
      '/meetings',
      '/plans',
      '/parties',
    ];
    for (const path of paths) {
      for (const fixed of axes) {
        const url = `/v1/negotiations${negotiation}${path}${path.includes('?') ? '&' : '?'}${fixed}`;
        const [one, other] = await Promise.all(nodes().map((node) => node.get(url)));
        expect([url, one?.status, one?.text]).toEqual([url, 200, other?.text]);
        for (const header of ['etag', 'content-location', 'link']) expect(other?.headers.get(header)).toBe(one?.headers.get(header));
        const cited = one?.headers.get('content-location') ?? '';
        expect((await nodes()[1].get(cited)).text).toBe(one?.text);
      }
    }
    for (const node of nodes()) expect(await differenceFromFold(node, log.direct)).toBeUndefined();
  });

  it('what is defined on one node can be used at once on the other one', async () => {
    const [first, second] = nodes();
    const own = newNegotiation();
    expect((await first.put(`/${own}`, { title: 'Own' })).status).toBe(201);
    for (let n = 0; n < 5; n += 1) {
      const issue = `issue-${String(n)}`;
      expect((await first.put(`/${own}/issues/${issue}`, { title: issue })).status).toBe(201);
      const { status, text } = await second.put(`/${own}/propositions/p-${String(n)}`, { issue, text: 'So it is.' });
      expect([status, text]).toEqual([201, text]);
    }
  });
});
