import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '../event-store.js';
import { FileInUse, FileLock, LOOKED_AT_MS } from '../file-lock.js';

/**
 * An event has about 1.5 KB: the pages of a new file hold five and waste little. 32 MB of the write-ahead log come before it is copied
 * into the file, so that the pages of the indexes, which nearly every append changes, are not copied each time. 16 MB of them stay in memory.
 */
const TUNING = 'PRAGMA page_size = 8192; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000;';

/** For whoever reads beside the writer. */
const READING = 'PRAGMA busy_timeout = 5000; PRAGMA cache_size = -4000;';

/** What makes the tables of a log. */
export const TABLES_OF_LOG = `
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

/** The log as its owner has it. */
export interface OwnedLogFile {
  readonly file: DatabaseSync;
  readonly lock: FileLock;
}

/**
 * Opens the file of the embedded log for this process alone; makes it where there is none.
 * @throws StoreUnavailable where another process has it, or it cannot be written
 */
export function openLogFile(path: string): OwnedLogFile {
  let lock: FileLock | undefined;
  try {
    lock = FileLock.take(path, LOOKED_AT_MS);
    const file = new DatabaseSync(path);
    requireNothingElse(path, file);
    file.exec(TUNING);
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    file.exec(TABLES_OF_LOG);
    return { file, lock };
  } catch (error) {
    lock?.release();
    if (error instanceof StoreUnavailable) throw error;
    const detail = error instanceof FileInUse ? error.message : `${path} cannot be opened: ${(error as Error).message}`;
    throw new StoreUnavailable(detail, { cause: error });
  }
}

/** Else the tables of a log would be made in a file of somebody else. @throws StoreUnavailable */
function requireNothingElse(path: string, file: DatabaseSync): void {
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  if (tables.length === 0 || tables.some(({ name }) => name === 'event')) return;
  file.close();
  throw new StoreUnavailable(`${path} is no log: it holds other tables`);
}

/** Opens it to be read beside the owner, in the same process. @throws StoreUnavailable */
export function openLogFileForReading(path: string): DatabaseSync {
  try {
    const file = new DatabaseSync(path, { readOnly: true });
    file.exec(READING);
    return file;
  } catch (error) {
    throw new StoreUnavailable(`${path} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
}
