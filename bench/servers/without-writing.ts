import 'reflect-metadata';
import { configOf } from '../../src/config.js';
import type { Appended } from '../../src/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { startService } from '../../src/service/service.js';

/**
 * The service, but for one thing: an append is answered at once, by the head of the log, and nothing is written. A post goes the
 * same way up to there: key, JSON, schema, references, the stream of the report, the decision, the new event.
 */
SqliteEventStore.prototype.append = async function (this: SqliteEventStore): Promise<Appended> {
  return { revision: 0n, position: await this.head(), recordedAt: new Date().toISOString() };
};
const heads = new WeakMap<EventStoreDbEventStore, Promise<bigint>>();
EventStoreDbEventStore.prototype.append = async function (this: EventStoreDbEventStore): Promise<Appended> {
  // The head of a server is asked for once: nothing else is to go there.
  const head = heads.get(this) ?? this.head();
  heads.set(this, head);
  return { revision: 0n, position: await head, recordedAt: new Date().toISOString() };
};

await startService(configOf(process.env), { seedsFolder: '', seedNegotiation: '' });
