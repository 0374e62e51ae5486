import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { AppNode, eventually, type NodeAnswer } from '../support/fault-node.js';
import { type ServerLog, serverLogs } from '../support/server-log.js';

const MANY = 10_000;
const TIMES = 21;
const PLACE = 7;

const refusal = ({ status, body: { code } }: NodeAnswer): unknown => [status, code];

describe("another program's event in a stream of ours", () => {
  let server: EventStoreDbDouble;
  let node: AppNode;
  let negotiation: string;

  beforeEach(async () => {
    server = await EventStoreDbDouble.start();
    node = await AppNode.start(server.url);
    negotiation = await aNegotiation(node);
  });
  afterEach(async () => {
    await node.stop();
    await server.stop();
  });

  it.each([
    ['an unknown type', 'Hello', '{"a": 1}', ''],
    ['an unknown type, and metadata', 'Hello', '{"a": 1}', '{"version": 1}'],
    ['data that is no JSON', 'Hello', 'no JSON', 'no JSON'],
    ['a link', '$>', '0@somewhere', ''],
  ])('refuses what would be written behind it, with the reason: %s', async (_what, type, data, metadata) => {
    await node.post(`${negotiation}/reports`, aReport('r'));
    server.appendAsOthers(`report-${negotiation.slice(1)}.r`, type, data, metadata);
    server.appendAsOthers(`report-${negotiation.slice(1)}.new`, type, data, metadata);
    const retract = { reason: 'coding', note: 'Misread.' };
    for (const answer of [
      await node.post(`${negotiation}/reports`, aReport('r')),
      await node.post(`${negotiation}/reports`, aReport('new')),
      await node.post(`${negotiation}/reports/r/retraction`, retract),
    ]) {
      expect(refusal(answer)).toEqual([409, 'foreign-event']);
      expect(answer.text).toContain(`a \\"${type}\\", is of another program`);
    }
    expect((await node.post(`${negotiation}/reports`, aReport('other'))).status).toBe(201);
  });

  it('refuses changes of a registry that it stands in, and hinders no report', async () => {
    server.appendAsOthers(`negotiation-${negotiation.slice(1)}`, 'Hello', '{}');
    await node.restart();
    expect(refusal(await node.put(`${negotiation}/issues/i`, { title: 'I' }))).toEqual([409, 'foreign-event']);
    expect((await node.post(`${negotiation}/reports`, aReport('r'))).status).toBe(201);
  });

  it('is shown by no question, and degrades nothing', async () => {
    server.appendAsOthers(`report-${negotiation.slice(1)}.x`, 'Hello', '{"issue": "territory"}');
    const { body } = await node.post(`${negotiation}/reports`, aReport('r'));
    const issue = await node.read(`${negotiation}/issues/territory?recordedBy=@${body.position}`);
    expect(issue.text).toContain('"degraded":false');
    expect((await node.get('/v1/admin/projections')).text).toContain('"parked":[]');
  });
});

describe.each(serverLogs())(`${String(MANY)} streams of others on %s that are called like ours`, (_name, startServer) => {
  let server: ServerLog;
  beforeAll(async () => {
    server = await startServer(PLACE);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  /** Milliseconds that it takes in the middle of so many times. */
  const typical = async (ask: (i: number) => Promise<NodeAnswer>): Promise<number> => {
    const took: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      const began = performance.now();
      expect((await ask(i)).status).toBeLessThan(300);
      took.push(performance.now() - began);
    }
    return took.toSorted((a, b) => a - b)[TIMES >> 1] ?? 0;
  };
  const startOf = async (): Promise<{ readonly node: AppNode; readonly ms: number }> => {
    const began = performance.now();
    const node = await AppNode.start(server.url, server.limits);
    await eventually('it is ready', async () => (await node.get('/health/ready')).status === 200);
    return { node, ms: performance.now() - began };
  };

  it('slow neither a start nor a command nor the list of projections', async () => {
    const { node, ms: start } = await startOf();
    const negotiation = await aNegotiation(node);
    const timesOf = async (name: string) => ({
      command: await typical((i) => node.post(`${negotiation}/reports`, aReport(`${name}-${String(i)}`))),
      projections: await typical(() => node.get('/v1/admin/projections')),
    });
    const before = { start, ...(await timesOf('before')) };
    await server.othersWrite(
      Array.from({ length: MANY }, (_, i) => `report-files.${String(i)}`),
      'ReportFiled',
    );
    const { body } = (await postUntilAcknowledged(node, negotiation, aReport('r'))).answer;
    await eventually('the report is shown', async () => (await node.read(`${negotiation}/reports/r`)).status === 200);
    const reads = server.double?.readCalls ?? 0;
    const fresh = await startOf();
    const beside = { start: fresh.ms, ...(await timesOf('beside')) };
    process.stdout.write(`without and beside ${String(MANY)} streams of others, ms: ${JSON.stringify([before, beside])}\n`);
    for (const what of ['command', 'projections'] as const) expect(beside[what]).toBeLessThan(10 * before[what] + 1_000);
    expect((await fresh.node.read(`${negotiation}/reports/r?recordedBy=@${body.position}`)).status).toBe(200);
    expect((await fresh.node.get('/v1/admin/projections')).text).toContain('"parked":[]');
    await eventually('it knows what is set', async () => (await fresh.node.health()).faults !== null);
    expect((await fresh.node.health()).faults).toEqual([]);
    // A start and a command look at a few streams, however many there are of others.
    expect((server.double?.readCalls ?? 0) - reads).toBeLessThan(MANY / 10);
    await fresh.node.stop();
    await node.stop();
  });
});
