import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_LIMITS } from '../../src/event-store/eventstoredb/limits.js';
import { aNegotiation, startWriters } from '../support/fault-clients.js';
import { count, differenceFromFold, NOTHING_AMISS } from '../support/fault-counts.js';
import { LiveReplay } from '../support/fault-live.js';
import { type FaultyLog, startOn } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { serverOfTests } from '../support/fault-server.js';

const program = process.env.TEST_EVENTSTOREDB_PROGRAM;
const port = Number(process.env.TEST_EVENTSTOREDB_PROGRAM_PORT ?? 2399);
const KILLS = 5;

if (!program) {
  process.stdout.write('No EventStoreDB was killed: TEST_EVENTSTOREDB_PROGRAM, which takes a port and options, is not set.\n');
  it.todo('kill -9 of the server under eight writers');
} else {
  describe('a real server with its log on disk', () => {
    const server = serverOfTests(program, port);
    let log: FaultyLog;
    const nodes: AppNode[] = [];

    beforeAll(async () => {
      log = await startOn('a real server', server.url);
    });
    afterAll(() => log.stop(), 60_000);
    afterEach(async () => {
      for (const node of nodes) await node.stop();
    });

    it('is killed and started again five times under eight writers, a second node and a live replay', async () => {
      const node = await AppNode.start(server.url, DEFAULT_LIMITS);
      const other = await AppNode.start(server.url, DEFAULT_LIMITS);
      nodes.push(node, other);
      const negotiation = await aNegotiation(node);
      const path = `/v1/negotiations${negotiation}/replay?axis=recorded`;
      await eventually('the other node has it', async () => (await other.read(negotiation)).status === 200);
      const live = await LiveReplay.open(other.url, path);
      const writers = startWriters(node, negotiation, 8, 100_000);
      for (let kills = 0; kills < KILLS; kills += 1) {
        const before = writers.acknowledged;
        await eventually('some more are acknowledged', () => writers.acknowledged > before + 50, 120_000);
        await server.kill();
        await pause(500 * kills);
        await server.start();
      }
      const before = writers.acknowledged;
      await eventually('some more are acknowledged', () => writers.acknowledged > before + 50, 120_000);
      writers.stop();
      const acknowledged = await writers.done;
      const counts = await count(`kill -9 of the server, ${String(KILLS)} times`, node, log.direct, negotiation, acknowledged);
      expect(counts).toMatchObject(NOTHING_AMISS);
      for (const one of [node, other]) expect(await differenceFromFold(one, log.direct)).toBeUndefined();

      const steps = (await node.get(path)).text.trimEnd().split('\n');
      await eventually('the live replay has all', () => live.ids.length >= steps.length);
      expect(live.ids).toEqual(steps.map((line) => (JSON.parse(line) as { position: string }).position));
      live.close();
    }, 600_000);
  });
}
