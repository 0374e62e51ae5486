import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { KeeperHere } from '../../src/read-model/keeper-here.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import { Watchdog } from '../../src/read-model/following/watchdog.js';
import { newEvent } from '../contract/new-event.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { folder } from '../unit/read-model/files.js';

const LIMIT_MS = 30_000;
const CHECKPOINTS = 6;
const EVENTS_BETWEEN_CHECKPOINTS = 1_000;
/** More than a read model may stand still for. */
const LONG_MS = 6_000;

/** A server that is slow to pass over what others wrote, with an event of ours behind that, and a node that has nothing of it yet. */
async function within(test: (server: EventStoreDbDouble, store: EventStoreDbEventStore, keeper: KeeperHere) => Promise<void>) {
  using own = folder();
  const server = await EventStoreDbDouble.start();
  for (let i = 0; i < CHECKPOINTS * EVENTS_BETWEEN_CHECKPOINTS; i += 1) server.appendAsOthers('invoice-1', 'Other', '{}');
  const store = new EventStoreDbEventStore(server.url, Date.now);
  const keeper = new KeeperHere(store, new ReadModel(own.file('r.db')), { jitter: () => 0, warn: () => undefined });
  try {
    await test(server, store, keeper);
  } finally {
    server.checkpointDelayMs = 0;
    await keeper.stop();
    keeper.close();
    await store.close();
    await server.stop();
  }
}

/** How often the watchdog has the node begin anew, when it checks after each sign of life, and whatever lies between takes long. */
async function timesBegunAnew(store: EventStoreDbEventStore, keeper: KeeperHere): Promise<number> {
  let [now, stuck] = [0, 0];
  const onStuck = (): void => {
    stuck += 1;
    keeper.resubscribe();
  };
  const watchdog = new Watchdog(store, keeper, { now: () => now, onStuck, onAhead: onStuck });
  const head = await store.head();
  await watchdog.check();
  const end = Date.now() + LIMIT_MS;
  let { passed } = keeper;
  while (keeper.applied < head && Date.now() < end) {
    if (keeper.passed !== passed) {
      ({ passed } = keeper);
      now += LONG_MS;
      await watchdog.check();
    }
    await pause(1);
  }
  expect(keeper.applied).toBe(head);
  return stuck;
}

describe('a node behind many events of others', () => {
  it('gets past them in one go, however long that takes: each part that is passed over is a sign of life', () =>
    within(async (server, store, keeper) => {
      await store.append('report-n.r', [newEvent()], 'no-stream');
      server.checkpointDelayMs = 20;
      await keeper.start();
      expect(await timesBegunAnew(store, keeper)).toBe(0);
    }));
});
