import { requireCaFile } from './eventstoredb/ca-file.js';
import { parseConnectionUrl } from './eventstoredb/connection-url.js';
import type { EventStore } from './event-store.js';
import type { Limits } from './eventstoredb/limits.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';

/**
 * The log that the settings name.
 * @param url of EventStoreDB; undefined: the embedded store in a file
 * @param now milliseconds since 1970
 * @param limits how long EventStoreDB is waited for, where it is not as usual
 * @throws StoreUnavailable
 */
export async function openEventStore(
  url: string | undefined,
  path: string,
  now: () => number,
  limits?: Partial<Limits>,
): Promise<EventStore> {
  return url === undefined ? new SqliteEventStore(path, now) : openEventStoreDb(url, now, limits);
}

/** Its client takes a third of the memory of a small service: it is loaded where it is needed. */
export async function openEventStoreDb(url: string, now: () => number, limits?: Partial<Limits>): Promise<EventStore> {
  const { EventStoreDbEventStore } = await import('./eventstoredb/eventstoredb-event-store.js');
  return new EventStoreDbEventStore(url, now, limits);
}

/** Reads a URL without connecting. @throws Error where it is none of EventStoreDB, or names a file that cannot be read; it shows no password */
export function checkEventStoreUrl(url: string): void {
  requireCaFile(parseConnectionUrl(url).address);
}
