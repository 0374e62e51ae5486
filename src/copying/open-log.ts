import { existsSync } from 'node:fs';
import { type EventStore, type ReadableLog, StoreUnavailable } from '../event-store/event-store.js';
import { isEventStoreUrl } from '../event-store/eventstoredb/connection-url.js';
import { FileLock } from '../event-store/file-lock.js';
import { openEventStore, openEventStoreDb } from '../event-store/open-event-store.js';
import { LogBesideItsOwner } from '../event-store/sqlite/log-beside-its-owner.js';

/**
 * Opens what a person names on the command line: an `esdb://` or `kurrentdb://` URL, or the file of an embedded log.
 * @param mustExist a file that is not there is then not made
 * @throws StoreUnavailable
 */
export async function openLog(name: string, mustExist = false): Promise<EventStore> {
  const isUrl = isEventStoreUrl(name);
  if (mustExist && !isUrl) requireFile(name);
  return openEventStore(isUrl ? name : undefined, name, Date.now);
}

/** A log that is only read, from its beginning. */
export type LogToCopy = Pick<ReadableLog, 'readAll' | 'close'>;

/**
 * Opens such a log to be read, where nobody else owns it. Nothing of a file is changed: the log of a backup stays the one that was backed up.
 * @throws StoreUnavailable
 */
export async function openLogToCopy(name: string): Promise<LogToCopy> {
  if (isEventStoreUrl(name)) return openEventStoreDb(name, Date.now);
  requireFile(name);
  const lock = heldLockOf(name);
  const release = (): void => lock?.release();
  try {
    const log = LogBesideItsOwner.open(name);
    return { readAll: (after) => log.readAll(after), close: () => log.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

function heldLockOf(path: string): FileLock | undefined {
  try {
    return FileLock.hold(path);
  } catch (error) {
    throw new StoreUnavailable((error as Error).message, { cause: error });
  }
}

function requireFile(path: string): void {
  if (!existsSync(path)) throw new StoreUnavailable(`${path} is not there`);
}
