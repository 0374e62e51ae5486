import { setTimeout as pause } from 'node:timers/promises';
import {
  acknowledgedBefore,
  aNegotiation,
  type Acknowledged,
  aReport,
  postUntilAcknowledged,
  startWriters,
} from '../support/fault-clients.js';
import { count, differenceFromFold, NOTHING_AMISS } from '../support/fault-counts.js';
import { type FaultyLog, faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually, SHORT } from '../support/fault-node.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { collect } from '../contract/collect.js';
import { reportStream } from '../../src/event-store/stream-names.js';

/** In the midst of frames, of messages, and between them. */
const BYTES = [0, 1, 9, 40, 150, 400, 700, 1_000, 1_500, 2_500, 4_000, 8_000];

describe.each(faultyLogs())('%s', (name, start) => {
  let log: FaultyLog;
  let node: AppNode;
  let negotiation: string;

  beforeEach(async () => {
    log = await start();
    node = await AppNode.start(log.url, { ...SHORT, totalMs: 3_000 });
    negotiation = await aNegotiation(node);
  });

  afterEach(async () => {
    await node.stop();
    await log.stop();
  });

  const stored = async (id: string): Promise<RecordedEvent[]> => collect(log.direct.readStream(reportStream(negotiation.slice(1), id)));

  it('cut before the server got it, a report is sent again by the node', async () => {
    log.proxy.whenClientSends('Report before.', () => {
      log.proxy.cut();
    });
    const { status, body } = await node.post(`${negotiation}/reports`, aReport('before'));
    expect({ status, outcome: body.outcome, revision: body.revision }).toEqual({ status: 201, outcome: 'created', revision: '0' });
    expect(log.proxy.cutConnections).toBeGreaterThan(0);
    expect(await stored('before')).toHaveLength(1);
  });

  it('cut after the server committed it, a report is sent again and answered as it was recorded', async () => {
    log.proxy.whenClientSends('Report after.', () => {
      log.proxy.freeze('server');
    });
    const posting = node.post(`${negotiation}/reports`, aReport('after'));
    await eventually('the server has committed', async () => (await stored('after')).length === 1);
    log.proxy.cut();
    await log.proxy.heal();
    const { status, body } = await posting;
    expect(status).toBe(201);
    const [event, ...more] = await stored('after');
    expect(more).toEqual([]);
    expect({ position: body.position, recordedAt: body.recordedAt }).toEqual({
      position: String(event?.position),
      recordedAt: event?.metadata.recordedAt,
    });
  });

  it('with its answer lost for longer than the node waits, a report gets 503, and the same id then 200 and one event', async () => {
    log.proxy.whenClientSends('Report lost.', () => {
      log.proxy.freeze('server');
    });
    expect((await node.post(`${negotiation}/reports`, aReport('lost'))).status).toBe(503);
    expect(await stored('lost')).toHaveLength(1);
    await log.proxy.heal();
    const { answer } = await postUntilAcknowledged(node, negotiation, aReport('lost'));
    expect([answer.status, answer.body.outcome]).toEqual([200, 'unchanged']);
    expect(await stored('lost')).toHaveLength(1);
  });

  it('cut at any byte of either side, each acknowledged report of many writers is there once', async () => {
    const writers = startWriters(node, negotiation, 8, 12);
    for (const [i, bytes] of [...BYTES, ...BYTES].entries()) {
      const side = i % 2 === 0 ? 'client' : 'server';
      log.proxy.cutAfter(side, bytes);
      await pause(60);
    }
    await log.proxy.heal();
    const acknowledged: readonly Acknowledged[] = await writers.done;
    expect(log.proxy.cutConnections).toBeGreaterThan(5);
    const counts = await count(
      `${String(log.proxy.cutConnections)} connections cut at any byte, ${name}`,
      node,
      log.direct,
      negotiation,
      acknowledged,
    );
    expect(counts).toMatchObject({ ...NOTHING_AMISS, acknowledged: 96, inLog: 96, inApi: 96 });
    expect(await differenceFromFold(node, log.direct)).toBeUndefined();
  });

  it('an import of an array that is cut and sent again has recorded each entry once', async () => {
    const entries = Array.from({ length: 60 }, (_, n) => ({ entry: 'report', ...aReport(`i-${String(n)}`, n) }));
    let cuts = 0;
    let status = 0;
    while (status !== 200) {
      const importing = node.post(`${negotiation}/import`, entries);
      if (cuts < 6) {
        log.proxy.cutAfter(cuts % 2 === 0 ? 'server' : 'client', 2_000 + 500 * cuts);
        cuts += 1;
      }
      ({ status } = await importing);
      expect([200, 503]).toContain(status);
    }
    await log.proxy.heal();
    const acknowledged = acknowledgedBefore(entries.map(({ id }) => id));
    expect(await count(`an import cut and repeated, ${name}`, node, log.direct, negotiation, acknowledged)).toMatchObject(NOTHING_AMISS);
    expect(await differenceFromFold(node, log.direct)).toBeUndefined();
  });
});
