import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { StoredForm } from '../../event-store/current-form.js';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { jsonOrText } from '../../event-store/json-or-text.js';
import type { EventMetadata } from '../../vocabulary/events/log-event.js';

/** What an event says, as it is stored. */
export type Body = StoredForm & Pick<RecordedEvent, 'metadata'>;

/** What events say, by their position: the read model holds no second copy of a text that this machine has already. */
export interface Bodies {
  /** @throws Error where there is none */
  at(position: number): Body;
  /** Whether what was recorded at a position is there: a crash of the machine may have lost it. */
  holds(position: number): boolean;
  /** Takes note of events before the read model refers to them. They may have come before. */
  keep(events: readonly RecordedEvent[]): void;
  /** Forgets all: they may be of another log. */
  clear(): void;
  close(): void;
}

interface BodyRow {
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** The embedded log itself, read beside its owner. */
export class BodiesInLog implements Bodies {
  private file: DatabaseSync | undefined;
  private select: StatementSync | undefined;

  constructor(private readonly path: string) {}

  at(position: number): Body {
    return bodyOf(this.row(position), position);
  }

  holds(position: number): boolean {
    return this.row(position) !== undefined;
  }

  keep(): void {
    // They are in the log.
  }

  clear(): void {
    // The log is no part of the read model.
  }

  close(): void {
    this.select = undefined;
    this.file?.close();
    this.file = undefined;
  }

  private row(position: number): unknown {
    this.select ??= this.open().prepare('SELECT type, data, metadata FROM event WHERE position = ?');
    return this.select.get(position);
  }

  private open(): DatabaseSync {
    this.file = new DatabaseSync(this.path, { readOnly: true });
    this.file.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -1000;');
    return this.file;
  }
}

/** Where the log is on another machine: a file that keeps what was read from it. A rebuild of the read model goes on using it. */
class BodiesBesideLog implements Bodies {
  private file: DatabaseSync | undefined;
  private select: StatementSync | undefined;
  private insert: StatementSync | undefined;
  private last = -1;

  /** @param mayWrite false: another thread keeps it */
  constructor(
    private readonly path: string,
    private readonly mayWrite: boolean,
  ) {}

  at(position: number): Body {
    return bodyOf(this.row(position), position);
  }

  holds(position: number): boolean {
    return this.row(position) !== undefined;
  }

  keep(events: readonly RecordedEvent[]): void {
    const file = this.open();
    const fresh = events.filter(({ position }) => Number(position) > this.last);
    if (fresh.length === 0) return;
    this.insert ??= file.prepare('INSERT OR IGNORE INTO body (position, type, data, metadata) VALUES (?, ?, CAST(? AS TEXT), ?)');
    file.exec('BEGIN IMMEDIATE');
    try {
      for (const event of fresh) {
        const { position, type, metadata } = event;
        this.insert.run(position, type, event.dataAsStored ?? JSON.stringify(event.data), JSON.stringify(metadata));
      }
      file.exec('COMMIT');
    } catch (error) {
      if (file.isTransaction) file.exec('ROLLBACK');
      throw error;
    }
    this.last = Number(fresh.at(-1)?.position);
  }

  clear(): void {
    this.open().exec('DELETE FROM body');
    this.last = -1;
  }

  close(): void {
    this.select = undefined;
    this.insert = undefined;
    this.file?.close();
    this.file = undefined;
  }

  private row(position: number): unknown {
    this.select ??= this.open().prepare('SELECT type, data, metadata FROM body WHERE position = ?');
    return this.select.get(position);
  }

  private open(): DatabaseSync {
    if (this.file !== undefined) return this.file;
    const file = new DatabaseSync(this.path, { readOnly: !this.mayWrite });
    file.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -1000;');
    if (this.mayWrite) {
      file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864;
        CREATE TABLE IF NOT EXISTS body (position INTEGER PRIMARY KEY, type TEXT NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;`);
      const { last } = file.prepare('SELECT max(position) AS last FROM body').get() as { last: number | null };
      this.last = last ?? -1;
    }
    this.file = file;
    return file;
  }
}

/** Where the text of events is on this machine: the file of the embedded log, or beside that of the read model. */
export function bodiesOf(readModel: string, log: string | undefined, mayWrite: boolean): Bodies {
  return log === undefined ? bodiesBeside(readModel, mayWrite) : new BodiesInLog(log);
}

/** What events say, kept in a file beside that of a read model. @param mayWrite false: another thread keeps it */
export function bodiesBeside(readModel: string, mayWrite: boolean): Bodies {
  return new BodiesBesideLog(`${readModel}-bodies`, mayWrite);
}

function bodyOf(row: unknown, position: number): Body {
  if (row === undefined) throw new Error(`what was recorded at @${String(position)} is not on this machine`);
  const { type, data, metadata } = row as BodyRow;
  return { type, data: jsonOrText(data), metadata: JSON.parse(metadata) as EventMetadata };
}
