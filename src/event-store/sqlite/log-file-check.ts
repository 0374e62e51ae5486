import type { DatabaseSync } from 'node:sqlite';
import type { Position } from '../../vocabulary/position.js';
import { type RecordedEvent, StoreUnavailable } from '../event-store.js';
import { type EventRow, toRecordedEvent } from './event-row.js';
import { openLogFileForReading, TABLES_OF_LOG } from './log-file.js';

const MOST_FAULTS = 20;
const TEXTS = ['id', 'stream', 'type', 'data', 'metadata', 'recorded_at'] as const satisfies (keyof EventRow)[];

/** A row of the log, and what is wrong with how it is written. */
export interface CheckedRow {
  readonly event: RecordedEvent;
  readonly faults: readonly string[];
}

/** The file of an embedded log as it lies there, whether its owner runs or not: one moment of it, read byte by byte where that matters. */
export class LogFileCheck {
  private constructor(private readonly file: DatabaseSync) {}

  /** @throws StoreUnavailable where it is no log, or cannot be read at all */
  static open(path: string): LogFileCheck {
    const file = openLogFileForReading(path);
    try {
      file.exec('BEGIN');
      file.prepare('SELECT count(*) FROM sqlite_schema').get();
      return new LogFileCheck(file);
    } catch (error) {
      file.close();
      throw new StoreUnavailable(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
    }
  }

  /** What SQLite finds of its pages and indexes, and of the tables themselves. */
  faults(): string[] {
    const found = this.file.prepare(`PRAGMA integrity_check(${String(MOST_FAULTS)})`).all() as { integrity_check: string }[];
    const told = found.map(({ integrity_check }) => integrity_check).filter((text) => text !== 'ok');
    const tables = this.file.prepare("SELECT sql FROM sqlite_schema WHERE name = 'event'").get() as { sql?: string } | undefined;
    return plain(tables?.sql ?? '') === plain(TABLES_OF_LOG) ? told : [...told, 'the table of events is not as it was made'];
  }

  /** All rows, by their positions. @throws Error where the file cannot be read any further */
  *rows(): Iterable<CheckedRow> {
    for (const row of this.file.prepare('SELECT * FROM event ORDER BY position').iterate() as Iterable<Partial<EventRow>>)
      yield checked(row);
  }

  /** The highest position that was ever given. */
  counted(): Position {
    const row = this.file.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'event'").get() as { seq?: unknown } | undefined;
    return typeof row?.seq === 'number' ? BigInt(row.seq) : 0n;
  }

  close(): void {
    this.file.close();
  }
}

function checked(row: Partial<EventRow>): CheckedRow {
  const faults: string[] = TEXTS.filter((name) => typeof row[name] !== 'string').map((name) => `its ${name} is no text`);
  const whole = { ...row, ...Object.fromEntries(TEXTS.map((name) => [name, textOf(row[name])])) } as EventRow;
  for (const name of ['data', 'metadata'] as const) {
    const fault = faultOfJson(whole[name]);
    if (fault !== undefined) faults.push(`its ${name} ${fault}`);
  }
  const event = toRecordedEvent(whole);
  if (event.metadata.recordedAt !== whole.recorded_at) faults.push('it is recorded at two times');
  return { event, faults };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What the program writes reads the same when it is written again: in any other text something was changed, though it may mean the same. */
function faultOfJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text)) === text ? undefined : 'are not written as this program writes them';
  } catch {
    return 'are no JSON';
  }
}

/** Blanks say nothing in SQL. */
function plain(sql: string): string {
  return sql.replace('IF NOT EXISTS ', '').replaceAll(/\s+/g, ' ').replace(/;\s*$/, '').trim();
}
