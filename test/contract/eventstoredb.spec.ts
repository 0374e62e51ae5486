import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { describeEventStore } from './event-store.contract.js';

describeEventStore('EventStoreDB, played by the double', async () => {
  const double = await EventStoreDbDouble.start();
  return {
    open: async () => new EventStoreDbEventStore(double.url, Date.now),
    discard: () => double.stop(),
  };
});
