import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { type ReadableLog, type RecordedEvent, type Revision, StoreUnavailable, type StreamName } from '../event-store.js';
import type { Changes } from './changes.js';
import type { UnreadEvent } from '../unread-event.js';
import { type EventRow, toRecordedEvent } from './event-row.js';
import { ROWS_AS_BYTES, UnreadRows } from './unread-rows.js';

const PAGE = 500;
/** Written out: SQLite prepares a query anew each time that a value is bound to its limit. */
const LIMIT = `LIMIT ${String(PAGE)}`;

/** Reads the file of the embedded log: for its owner, and for whoever reads beside him. */
export class LogReading implements ReadableLog {
  private readonly byStream: StatementSync;
  private readonly afterPosition: StatementSync;
  private readonly bytesOfRange: StatementSync;
  private readonly firstAfter: StatementSync;
  private readonly unreadRows = new UnreadRows();
  private readonly atPosition: StatementSync;
  private readonly last: StatementSync;
  private closed = false;

  /** @param changes told of when something was appended */
  constructor(
    file: DatabaseSync,
    private readonly changes: Changes,
  ) {
    this.byStream = file.prepare(`SELECT * FROM event WHERE stream = ? AND revision >= ? ORDER BY revision ${LIMIT}`);
    this.afterPosition = file.prepare(`SELECT * FROM event WHERE position > ? ORDER BY position ${LIMIT}`);
    this.bytesOfRange = file.prepare(ROWS_AS_BYTES);
    this.firstAfter = file.prepare('SELECT min(position) AS position FROM event WHERE position > ?');
    this.atPosition = file.prepare('SELECT * FROM event WHERE position = ?');
    this.last = file.prepare('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1');
  }

  async *readStream(stream: StreamName, from: Revision = 0n): AsyncIterable<RecordedEvent> {
    let next = from;
    for (;;) {
      const page = this.page(this.byStream, stream, next);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      next = last.revision + 1n;
    }
  }

  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.page(this.atPosition, position)[0];
  }

  /** Events behind one position up to another, some of them, in order; none where there are none. */
  unreadBetween(after: number, upTo: number): UnreadEvent[] {
    this.requireOpen();
    const { position: first } = this.firstAfter.get(after) as { position: number | null };
    if (first === null || first > upTo) return [];
    const { bytes } = this.bytesOfRange.get(after, Math.min(upTo, first + PAGE - 1)) as { bytes: Uint8Array };
    return this.unreadRows.in(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  async *readAll(after: Position = BEFORE_ALL): AsyncIterable<readonly RecordedEvent[]> {
    const head = await this.head();
    let position = after;
    while (position < head) {
      const page = this.page(this.afterPosition, position).filter((event) => event.position <= head);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      position = last.position;
    }
  }

  async *subscribeAll(after: Position, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let position = after;
    while (!signal.aborted && !this.closed) {
      const change = this.changes.next(signal);
      const page = this.page(this.afterPosition, position);
      const last = page.at(-1);
      if (last === undefined) {
        await change;
      } else {
        yield page;
        position = last.position;
      }
    }
  }

  async head(): Promise<Position> {
    this.requireOpen();
    return BigInt(this.lastRow()?.position ?? 0);
  }

  /** The last event; undefined in an empty log. */
  lastRow(): { readonly position: number; readonly recorded_at: string } | undefined {
    return this.last.get() as { position: number; recorded_at: string } | undefined;
  }

  /** Ends subscriptions; the file is closed by who opened it. */
  async close(): Promise<void> {
    this.closed = true;
    this.changes.notify();
  }

  private page(select: StatementSync, ...from: (string | bigint)[]): RecordedEvent[] {
    this.requireOpen();
    return (select.all(...from) as unknown as EventRow[]).map(toRecordedEvent);
  }

  private requireOpen(): void {
    if (this.closed) throw new StoreUnavailable('the log is closed');
  }
}
