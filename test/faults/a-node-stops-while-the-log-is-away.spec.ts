import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { DEFAULT_LIMITS } from '../../src/event-store/eventstoredb/limits.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { type FaultyLog, faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';

/** What a call is doing when the node is told to stop. */
const MOMENTS: readonly (readonly [when: string, fail: (log: FaultyLog) => unknown])[] = [
  ['refuses connections', ({ proxy }) => proxy.refuse()],
  [
    'is silent',
    ({ proxy }) => {
      proxy.freeze();
    },
  ],
  [
    'has got a report and says nothing',
    ({ proxy }) => {
      proxy.whenClientSends('Report under-way.', () => {
        proxy.freeze('server');
      });
    },
  ],
];

describe.each(faultyLogs())('%s', (_name, start) => {
  let log: FaultyLog;

  beforeEach(async () => {
    log = await start();
  });

  afterEach(() => log.stop());

  it.each(MOMENTS)('while it %s, with a post under way and the usual limits', async (_when, fail) => {
    const node = await AppNode.start(log.url, DEFAULT_LIMITS);
    const negotiation = await aNegotiation(node);
    await postUntilAcknowledged(node, negotiation, aReport('before'));
    await fail(log);
    const posting = node.post(`${negotiation}/reports`, aReport('under-way')).catch(() => 'cut');
    await pause(500);
    await node.stop();
    await posting;
    // What the node left behind ends by itself.
    await log.proxy.heal();
    await pause(300);
  });

  it('before it was ever ready, and asks for the head no more', async () => {
    await log.proxy.refuse();
    const head = jest.spyOn(EventStoreDbEventStore.prototype, 'head');
    const node = await AppNode.start(log.url);
    await eventually('it has asked', () => head.mock.calls.length > 0);
    await node.stop();
    head.mockClear();
    await pause(1_200);
    expect(head).not.toHaveBeenCalled();
    head.mockRestore();
  });
});
