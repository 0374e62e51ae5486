import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../event-store.js';

const SQLITE_BUSY = 5;

/**
 * An event has about 1.5 KB: the pages of a new file hold five and waste little. 32 MB of the write-ahead log come before it is copied
 * into the file, so that the pages of the indexes, which nearly every append changes, are not copied each time. 16 MB of them stay in memory.
 */
const TUNING = 'PRAGMA page_size = 8192; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000;';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS event (
    position    INTEGER PRIMARY KEY AUTOINCREMENT,
    id          TEXT NOT NULL UNIQUE,
    stream      TEXT NOT NULL,
    revision    INTEGER NOT NULL,
    type        TEXT NOT NULL,
    data        TEXT NOT NULL,
    metadata    TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
`;

/**
 * Opens the file of the embedded log for this process alone; makes it where there is none.
 * @throws StoreUnavailable where another process has it, or it cannot be written
 */
export function openLogFile(path: string): DatabaseSync {
  try {
    const file = new DatabaseSync(path);
    file.exec(TUNING);
    file.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    file.exec(SCHEMA);
    // The lock is taken at the first write: take it now, so that a second process learns of it at its start.
    file.exec('BEGIN IMMEDIATE; COMMIT;');
    return file;
  } catch (error) {
    throw new StoreUnavailable(
      isBusy(error) ? `${path} is in use by another process` : `${path} cannot be opened: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
