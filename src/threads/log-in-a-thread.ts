import type { ReadableLog } from '../event-store/event-store.js';
import { openEventStoreDb } from '../event-store/open-event-store.js';
import { LogBesideItsOwner } from '../event-store/sqlite/log-beside-its-owner.js';
import type { ThreadData } from './thread-data.js';

/** The log as a thread that does not append reads it. */
export interface LogInAThread {
  readonly log: ReadableLog;
  /** To be called when the thread that appends to an embedded log has done so. */
  readonly appended: () => void;
}

/** @throws StoreUnavailable */
export async function openLogInAThread(data: ThreadData['log'], now: () => number): Promise<LogInAThread> {
  if ('url' in data) return { log: await openEventStoreDb(data.url, now, data.limits), appended: () => undefined };
  const log = LogBesideItsOwner.open(data.file);
  return {
    log,
    appended: () => {
      log.appended();
    },
  };
}
