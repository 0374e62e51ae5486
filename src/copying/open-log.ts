import { existsSync } from 'node:fs';
import { type EventStore, StoreUnavailable } from '../event-store/event-store.js';
import { isEventStoreUrl } from '../event-store/eventstoredb/connection-url.js';
import { openEventStore } from '../event-store/open-event-store.js';

/**
 * Opens what a person names on the command line: an `esdb://` or `kurrentdb://` URL, or the file of an embedded log.
 * @param mustExist a file that is not there is then not made
 * @throws StoreUnavailable
 */
export async function openLog(name: string, mustExist = false): Promise<EventStore> {
  const isUrl = isEventStoreUrl(name);
  if (mustExist && !isUrl && !existsSync(name)) throw new StoreUnavailable(`${name} is not there`);
  return openEventStore(isUrl ? name : undefined, name, Date.now);
}
