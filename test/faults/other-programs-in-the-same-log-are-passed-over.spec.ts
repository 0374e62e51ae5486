import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { AppNode, eventually, type NodeAnswer } from '../support/fault-node.js';

const MANY = 10_000;

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

const refusal = ({ status, body: { code } }: NodeAnswer): unknown => [status, code];

describe("another program's event in a stream of ours", () => {
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

describe(`${String(MANY)} streams of others that are called like ours`, () => {
  it('slow neither a start nor a post', async () => {
    for (let i = 0; i < MANY; i += 1) {
      const stream = `report-files.${String(i)}`;
      server.appendAsOthers(stream, 'ReportFiled', '{"of": "others"}');
      server.set(stream, { $maxCount: 1 });
    }
    const { body } = (await postUntilAcknowledged(node, negotiation, aReport('r'))).answer;
    await eventually('the report is shown', async () => (await node.read(`${negotiation}/reports/r`)).status === 200);
    const began = performance.now();
    const fresh = await AppNode.start(server.url);
    await eventually('a new node is ready', async () => (await fresh.get('/health/ready')).status === 200);
    expect((await fresh.read(`${negotiation}/reports/r?recordedBy=@${body.position}`)).status).toBe(200);
    process.stdout.write(`a start beside ${String(MANY)} streams of others: ${String(Math.round(performance.now() - began))} ms\n`);
    const projections = await fresh.get('/v1/admin/projections');
    expect(projections.text).toContain('"parked":[]');
    await eventually('it knows what is set', async () => (await fresh.health()).faults !== null);
    expect((await fresh.health()).faults).toEqual([]);
    await fresh.stop();
  });
});
