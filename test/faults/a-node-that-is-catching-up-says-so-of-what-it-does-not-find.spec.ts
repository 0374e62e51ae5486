import { aNegotiation, aReport } from '../support/fault-clients.js';
import { startDouble } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';
import type { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';

const CHECKPOINTS = 20;
const EVENTS_BETWEEN_CHECKPOINTS = 1_000;
/** So that it is behind for as long as the test looks. */
const CHECKPOINT_DELAY_MS = 3_000;
const PATIENT = { tryMs: 30_000, totalMs: 60_000 };

describe('a node whose log has much of others before what is ours', () => {
  let log: EventStoreDbDouble;
  const nodes: AppNode[] = [];

  beforeAll(async () => {
    log = await startDouble();
    for (let i = 0; i < CHECKPOINTS * EVENTS_BETWEEN_CHECKPOINTS; i += 1) log.appendAsOthers('invoice-1', 'Other', '{}');
  });

  afterAll(async () => {
    for (const node of nodes) await node.stop();
    await log.stop();
  });

  const startNode = async (): Promise<AppNode> => {
    const node = await AppNode.start(log.url, PATIENT, { webhookTargets: 'any' });
    nodes.push(node);
    return node;
  };

  it('tells nobody that there is nothing to be told of, and registers who asks again', async () => {
    const first = await startNode();
    const negotiation = await aNegotiation(first);
    await first.post(`${negotiation}/reports`, aReport('r'));
    log.checkpointDelayMs = CHECKPOINT_DELAY_MS;
    const late = await startNode();
    const ask = async () => late.post(`${negotiation}/webhooks`, { url: 'http://127.0.0.1:1/', issue: 'territory', party: 'russia' });
    const list = async () => late.get(`/v1/admin/negotiations${negotiation}/webhooks`);
    for (const { status, headers, body } of [await ask(), await list()]) {
      expect([status, headers.get('retry-after'), body.code]).toEqual([503, '1', 'position-not-reached']);
      expect(body.detail).toContain('catching up');
    }
    log.checkpointDelayMs = 0;
    await eventually('it is registered', async () => (await ask()).status === 201);
    expect((await list()).body.items).toHaveLength(1);
    expect((await late.post('/nowhere/webhooks', { url: 'http://127.0.0.1:1/' })).body.code).toBe('not-found');
    const { body } = await late.post(`${negotiation}/webhooks`, { url: 'http://127.0.0.1:1/', issue: 'nothing' });
    expect(body.code).toBe('invalid-body');
  });
});
