import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../event-store.js';

const SQLITE_BUSY = 5;

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
