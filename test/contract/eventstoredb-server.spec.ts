import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { Wire } from '../support/eventstoredb-double/wire.js';
import { collect } from './collect.js';
import { describeEventStore } from './event-store.contract.js';
import { newEvent } from './new-event.js';

const url = process.env.TEST_EVENTSTOREDB_URL;

if (url === undefined || url === '') {
  process.stdout.write('The contract was not run on a real EventStoreDB: TEST_EVENTSTOREDB_URL is not set.\n');
} else {
  describeEventStore('EventStoreDB, a real server', async () => ({
    open: async () => new EventStoreDbEventStore(url, Date.now),
    discard: async () => undefined,
  }));
}

describe('no server at all', () => {
  it('makes every call StoreUnavailable once its time is up', async () => {
    const nobody = new Wire(0);
    await nobody.up();
    const { port } = nobody;
    await nobody.down();
    const store = new EventStoreDbEventStore(`esdb://127.0.0.1:${String(port)}?tls=false`, Date.now, { totalMs: 300 });
    const outcomes = await Promise.allSettled([
      store.append('report-n.r', [newEvent()], 'no-stream'),
      store.head(),
      collect(store.readStream('report-n.r')),
      collect(store.readAll()),
      collect(store.subscribeAll(0n, new AbortController().signal)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StoreUnavailable);
    }
    await store.close();
  });
});
