import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { Config } from '../../src/config.js';
import { DEFAULT_LIMITS } from '../../src/event-store/eventstoredb/limits.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { serverOfTests } from '../support/fault-server.js';

const program = process.env.TEST_EVENTSTOREDB_PROGRAM;
const port = Number(process.env.TEST_EVENTSTOREDB_PROGRAM_PORT ?? 2399);

/** Only chunks that are full are scavenged: these are as small as may be. */
const SMALL_CHUNKS = ['--chunk-size', '1048576', '--chunks-cache-size', '2097152'];
const filling = () => jsonEvent({ type: 'Other', data: { text: 'x'.repeat(20_000) } });

if (!program) {
  process.stdout.write('No EventStoreDB was set to lose events: TEST_EVENTSTOREDB_PROGRAM, which takes a port and options, is not set.\n');
  it.todo('what befalls the log of a real server');
} else {
  describe('a real server', () => {
    const server = serverOfTests(program, port);
    const nodes: AppNode[] = [];

    afterEach(async () => {
      for (const node of nodes.splice(0)) await node.stop();
    });

    const startNode = async (overrides: Partial<Config> = {}): Promise<AppNode> => {
      const node = await AppNode.start(server.url, DEFAULT_LIMITS, overrides);
      nodes.push(node);
      return node;
    };
    const post = async (node: AppNode, negotiation: string, ids: readonly string[]): Promise<void> => {
      for (const id of ids) expect((await postUntilAcknowledged(node, negotiation, aReport(id))).answer.status).toBe(201);
    };
    const shown = async (node: AppNode, negotiation: string): Promise<string> => {
      const { status, body } = await node.read(`${negotiation}/reports`);
      return status === 200
        ? body.items
            .map(({ id }) => id)
            .sort()
            .join()
        : String(status);
    };
    const shows = (node: AppNode, negotiation: string, ids: readonly string[]): Promise<void> =>
      eventually(`it shows ${ids.join()}`, async () => (await shown(node, negotiation)) === ids.toSorted().join());
    const isReady = (node: AppNode): Promise<void> =>
      eventually('it is ready', async () => (await node.get('/health/ready')).status === 200);

    describe('scavenged of events of ours', () => {
      const small = serverOfTests(program, port + 1, SMALL_CHUNKS);
      const client = EventStoreDBClient.connectionString(small.url);
      afterAll(() => client.dispose());

      it('tells that they are missing once the setting is taken away, on nodes that start later too', async () => {
        const node = await startNode({ eventStoreUrl: small.url });
        const negotiation = await aNegotiation(node);
        await post(node, negotiation, ['r']);
        const stream = `report-${negotiation.slice(1)}.r`;
        const retraction = { reason: 'coding', note: 'Misread.' };
        expect((await node.post(`${negotiation}/reports/r/retraction`, retraction, { 'if-match': '"0"' })).status).toBe(201);
        await client.setStreamMetadata(stream, { $maxCount: 1 });
        for (let i = 0; i < 3; i += 1) await client.appendToStream('others', Array.from({ length: 40 }, filling));
        await small.scavenge();
        const tells = (one: AppNode, code: string): Promise<void> =>
          eventually(`${code} is told`, async () => (await one.get('/health/ready')).text.includes(`"${code}","stream":"${stream}"`));
        await tells(node, 'max-count-set');
        await client.setStreamMetadata(stream, {});
        const late = await startNode({ eventStoreUrl: small.url });
        for (const one of [node, late]) {
          await tells(one, 'events-missing');
          const { status, body } = await one.post(`${negotiation}/reports/r/retraction`, retraction);
          expect([status, body.code]).toEqual([409, 'events-missing']);
        }
      });
    });

    describe('operators of which', () => {
      let node: AppNode;
      let negotiation: string;
      const client = EventStoreDBClient.connectionString(server.url);

      beforeEach(async () => {
        node = await startNode();
        negotiation = await aNegotiation(node);
        await post(node, negotiation, ['r']);
      });
      afterAll(() => client.dispose());

      const streamOf = (id: string): string => `report-${negotiation.slice(1)}.${id}`;
      const tells = (code: string, id: string): Promise<void> =>
        eventually(`${code} is told`, async () =>
          JSON.stringify((await node.health()).faults).includes(`"${code}","stream":"${streamOf(id)}"`),
        );
      const refusal = async (id: string): Promise<unknown> => {
        const { status, body } = await node.post(`${negotiation}/reports/${id}/retraction`, { reason: 'coding', note: 'Misread.' });
        return [status, body.code];
      };

      it.each([
        ['max-count-set', { $maxCount: 1 }],
        ['max-age-set', { $maxAge: 3_600 }],
        ['truncate-before-set', { $tb: 1 }],
      ])('set a stream to lose events are told of: %s', async (code, settings) => {
        await client.setStreamMetadata(streamOf('r'), settings as Parameters<typeof client.setStreamMetadata>[1]);
        await tells(code, 'r');
        expect(await refusal('r')).toEqual([409, code]);
        await client.setStreamMetadata(streamOf('r'), {});
        await eventually('that it is taken away is told', async () => (await node.health()).faults?.length === 0);
        // The log refuses it no more: it lacks its revision alone.
        expect(await refusal('r')).toEqual([428, 'revision-required']);
      });

      it('delete a stream are told of, also after scavenging', async () => {
        await post(node, negotiation, ['gone', 'buried']);
        await client.deleteStream(streamOf('gone'));
        await client.tombstoneStream(streamOf('buried'));
        for (const id of ['gone', 'buried']) {
          await tells('stream-deleted', id);
          expect(await refusal(id)).toEqual([409, 'stream-deleted']);
        }
        await server.scavenge();
        const late = await startNode();
        await isReady(late);
        await eventually('the settings are known', async () => (await late.health()).faults !== null);
        for (const id of ['gone', 'buried'])
          expect(JSON.stringify((await late.health()).faults)).toContain(`"stream-deleted","stream":"${streamOf(id)}"`);
      });

      it('write into a stream of ours have it refused, with the reason', async () => {
        await client.appendToStream(streamOf('r'), jsonEvent({ type: 'Hello', data: { a: 1 } }));
        expect(await refusal('r')).toEqual([409, 'foreign-event']);
        await post(node, negotiation, ['other']);
        await shows(node, negotiation, ['other', 'r']);
      });
    });
  });
}
