import { aNegotiation, aReport } from '../support/fault-clients.js';
import { type FaultyLog, faultyLogs, urlThrough } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

const PATIENT = { tryMs: 4_000, totalMs: 10_000 };
const REPORTS = 12;

describe.each(faultyLogs())('%s', (_name, start) => {
  let log: FaultyLog;
  let receiver: WebhookReceiver;
  let nodes: AppNode[] = [];

  beforeAll(async () => {
    log = await start();
    receiver = await WebhookReceiver.start();
    const proxyOfB = await log.anotherProxy();
    const targets = { webhookTargets: 'any' } as const;
    nodes = [await AppNode.start(log.url, PATIENT, targets), await AppNode.start(urlThrough(proxyOfB), PATIENT, targets)];
  });

  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await receiver.close();
    await log.stop();
  });

  it('each change comes once and in order, whichever node it is posted to, and goes on where one node stops', async () => {
    const [a, b] = nodes;
    if (!a || !b) throw new Error('not started');
    const negotiation = await aNegotiation(a);
    const webhook = { url: receiver.url, kinds: ['stances'] };
    // A node that has just started on a long log shows the negotiation only when it has caught up.
    await eventually('registered', async () => (await a.post(`${negotiation}/webhooks`, webhook)).status === 201);
    for (let n = 0; n < REPORTS; n += 1) {
      const writer = n % 2 === 0 ? a : b;
      await eventually('posted', async () => (await writer.post(`${negotiation}/reports`, aReport(`r${String(n)}`, n))).status <= 201);
    }
    await receiver.until(1);
    let seen = -1;
    await eventually('all delivered so far', () => {
      const isAll = seen === receiver.got.length && seen >= REPORTS / 2;
      seen = receiver.got.length;
      return isAll;
    });
    const before = receiver.got.length;
    await a.stop();
    nodes = [b];
    await eventually('posted', async () => (await b.post(`${negotiation}/reports`, aReport('last', 1))).status <= 201);
    await eventually('posted', async () => (await b.post(`${negotiation}/reports`, aReport('very-last', 5))).status <= 201);
    await receiver.until(before + 1);
    expect(new Set(receiver.ids).size).toBe(receiver.ids.length);
    const at = receiver.got.map(({ event }) => BigInt(event.data.position));
    expect(at.every((position, i) => i === 0 || position >= (at[i - 1] ?? 0n))).toBe(true);
  });
});
