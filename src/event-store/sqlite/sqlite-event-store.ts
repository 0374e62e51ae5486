import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventMetadata } from '../../vocabulary/events/log-event.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { type CheckedEvent, checkEvents } from '../check-event.js';
import { sealed, statedHash } from '../event-hash.js';
import {
  type Appended,
  type EventStore,
  LogFull,
  type LogTimes,
  type NewEvent,
  type RecordedEvent,
  type Revision,
  RevisionConflict,
  StoreUnavailable,
  type StreamAppend,
  type StreamName,
  UnstorableEvent,
} from '../event-store.js';
import type { HistoryFault } from '../history-fault.js';
import type { FileLock } from '../file-lock.js';
import { Changes } from './changes.js';
import { type EventRow, toRecordedEvent } from './event-row.js';
import { openLogFile } from './log-file.js';
import { LogReading } from './log-reading.js';

const SQLITE_FULL = 13;
const SQLITE_CONSTRAINT = 19;
const SQLITE_IOERR_WRITE = 778;

/** With so many appends a commit waits for no more. */
const FULL_COMMIT = 256;

interface CheckedAppend {
  readonly stream: StreamName;
  readonly events: readonly CheckedEvent[];
  readonly expected: Revision | 'no-stream';
}

/** Appends that are recorded together or not at all. */
interface Pending {
  readonly appends: readonly CheckedAppend[];
  readonly settle: (outcome: Appended[] | Error) => void;
}

/** The embedded log: one SQLite file, one process, durable; appends that come together share one commit. */
export class SqliteEventStore implements EventStore {
  readonly hasOneWriter = true;
  private readonly file: DatabaseSync;
  private readonly lock: FileLock;
  private readonly reading: LogReading;
  private readonly insert: StatementSync;
  private readonly lastOfStream: StatementSync;
  private readonly byId: StatementSync;
  private readonly atRevision: StatementSync;
  private readonly newest: StatementSync;
  /** Of the newest event: null in an empty log, undefined where it is not known. */
  private newestHash: string | null | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly changes = new Changes();
  private pending: Pending[] = [];
  private closed = false;

  /**
   * @param path of the file; it is made where there is none
   * @param now milliseconds since 1970; `recordedAt` never decreases even where this does
   * @throws StoreUnavailable
   */
  constructor(
    path: string,
    private readonly now: () => number,
  ) {
    ({ file: this.file, lock: this.lock } = openLogFile(path));
    this.reading = new LogReading(this.file, this.changes);
    this.insert = this.file.prepare(
      'INSERT INTO event (id, stream, revision, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.lastOfStream = this.file.prepare('SELECT max(revision) AS revision FROM event WHERE stream = ?');
    this.atRevision = this.file.prepare('SELECT * FROM event WHERE stream = ? AND revision = ?');
    this.newest = this.file.prepare('SELECT * FROM event ORDER BY position DESC LIMIT 1');
    this.byId = this.file.prepare('SELECT * FROM event WHERE id = ?');
  }

  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    const [appended] = await this.appendTogether([{ stream, events, expected }]);
    if (appended === undefined) throw new StoreUnavailable('no outcome');
    return appended;
  }

  async appendTogether(appends: readonly StreamAppend[]): Promise<Appended[]> {
    const checked = appends.map(({ stream, events, expected }) => ({ stream, events: checkEvents(events), expected }));
    if (this.closed) throw new StoreUnavailable('the log is closed');
    return new Promise((resolve, reject) => {
      const settle = (outcome: Appended[] | Error): void => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      this.pending.push({ appends: checked, settle });
      if (this.pending.length === 1) this.commitSoon();
    });
  }

  /** Waits for further appends as long as each turn of the event loop brings some, for up to a full commit. */
  private commitSoon(gathered = 0): void {
    setImmediate(() => {
      const { length } = this.pending;
      if (length === gathered || length >= FULL_COMMIT) this.commit();
      else this.commitSoon(length);
    });
  }

  readStream(stream: StreamName, from?: Revision): AsyncIterable<RecordedEvent> {
    return this.reading.readStream(stream, from);
  }

  eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.reading.eventAt(position);
  }

  readAll(after?: Position): AsyncIterable<readonly RecordedEvent[]> {
    return this.reading.readAll(after);
  }

  subscribeAll(after: Position, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.reading.subscribeAll(after, signal);
  }

  head(): Promise<Position> {
    return this.reading.head();
  }

  /** Calls back after each commit, for those who read the file in another thread. */
  onAppended(listener: () => void): void {
    this.listeners.add(listener);
  }

  async times(): Promise<LogTimes> {
    const newest = this.reading.lastRow()?.recorded_at;
    return { newest: newest === undefined ? undefined : Date.parse(newest), server: undefined };
  }

  async *historyFaults(): AsyncIterable<readonly HistoryFault[]> {
    yield [];
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.commit();
    this.closed = true;
    await this.reading.close();
    this.file.close();
    this.lock.release();
  }

  /** Writes all that waits in one transaction, so that one fsync serves them all. */
  private commit(): void {
    if (this.pending.length === 0) return;
    const batch = this.pending;
    this.pending = [];
    const outcomes: (Appended[] | Error)[] = [];
    try {
      this.file.exec('BEGIN IMMEDIATE');
      let recordedAt = laterOf(this.reading.lastRow()?.recorded_at ?? '', new Date(this.now()).toISOString());
      for (const { appends } of batch) {
        const outcome = this.appendAll(appends, recordedAt);
        if (!(outcome instanceof Error)) recordedAt = laterOf(recordedAt, outcome.at(-1)?.recordedAt ?? '');
        outcomes.push(outcome);
      }
      this.file.exec('COMMIT');
    } catch (error) {
      if (this.file.isTransaction) this.file.exec('ROLLBACK');
      this.newestHash = undefined;
      const failure = failureOf(error);
      for (const { settle } of batch) settle(failure);
      return;
    }
    batch.forEach(({ settle }, i) => {
      settle(outcomes[i] ?? new StoreUnavailable('no outcome'));
    });
    this.changes.notify();
    for (const listener of this.listeners) listener();
  }

  /** All of them, or nothing and why. */
  private appendAll(appends: readonly CheckedAppend[], now: string): Appended[] | Error {
    const appended: Appended[] = [];
    let failure: Error | undefined;
    // One alone is refused before anything of it is written.
    const isSeveral = appends.length > 1;
    if (isSeveral) this.file.exec('SAVEPOINT appends');
    for (const append of appends) {
      const outcome = this.appendOne(append, appended.at(-1)?.recordedAt ?? now);
      if (outcome instanceof Error) {
        failure = outcome;
        if (isSeveral) this.file.exec('ROLLBACK TO appends');
        this.newestHash = undefined;
        break;
      }
      appended.push(outcome);
    }
    if (isSeveral) this.file.exec('RELEASE appends');
    return failure ?? appended;
  }

  private appendOne(append: CheckedAppend, now: string): Appended | Error {
    const { stream, events, expected } = append;
    let revision = expected === 'no-stream' ? -1n : expected;
    let streamSha256: string | null | undefined = expected === 'no-stream' ? null : this.hashAt(stream, expected);
    // Several are refused before the first of them is written.
    if (streamSha256 === undefined || (events.length > 1 && this.usedBefore(events))) return this.whyRefused(append);
    let position = BEFORE_ALL;
    let recordedAt = now;
    for (const { event, data } of events) {
      revision += 1n;
      recordedAt = event.metadata.recordedAt ?? laterOf(recordedAt, now);
      const place = { id: event.id, stream, revision, type: event.type, data: event.data };
      const known = { ...event.metadata, recordedAt };
      const metadata: EventMetadata = event.isCopy
        ? known
        : sealed({ ...place, metadata: { ...known, streamSha256, logSha256: this.hashOfNewest() } });
      try {
        const { lastInsertRowid } = this.insert.run(event.id, stream, revision, event.type, data, JSON.stringify(metadata), recordedAt);
        position = BigInt(lastInsertRowid);
      } catch (error) {
        // Streams have no gaps: whatever stands behind the expected revision stands where this would. So nothing is looked up before.
        if (!isOfConstraint(error)) throw error;
        return this.whyRefused(append);
      }
      streamSha256 = this.newestHash = statedHash({ ...place, metadata });
    }
    return { revision, position, recordedAt };
  }

  /** What an append did before that cannot be done now, or why it cannot. */
  private whyRefused({ stream, events, expected }: CheckedAppend): Appended | Error {
    const current = this.lastRevision(stream);
    if (current !== (expected === 'no-stream' ? -1n : expected)) {
      return this.earlierAppend(stream, events, expected) ?? new RevisionConflict(stream, expected, current < 0n ? 'no-stream' : current);
    }
    return new UnstorableEvent(`the event id ${this.usedBefore(events) ?? ''} is used by another event`);
  }

  /** The first id of events that stands in the log. */
  private usedBefore(events: readonly CheckedEvent[]): string | undefined {
    return events.find(({ event }) => this.byId.get(event.id) !== undefined)?.event.id;
  }

  /** Undefined where there is no such event. */
  private hashAt(stream: StreamName, revision: Revision): string | undefined {
    const row = this.atRevision.get(stream, revision) as EventRow | undefined;
    return row && statedHash(toRecordedEvent(row));
  }

  private hashOfNewest(): string | null {
    if (this.newestHash === undefined) {
      const row = this.newest.get() as EventRow | undefined;
      this.newestHash = row === undefined ? null : statedHash(toRecordedEvent(row));
    }
    return this.newestHash;
  }

  /** What an append with the same ids and expectation did before, if it was done. */
  private earlierAppend(stream: StreamName, events: readonly CheckedEvent[], expected: Revision | 'no-stream'): Appended | undefined {
    let revision = expected === 'no-stream' ? -1n : expected;
    let stored: RecordedEvent | undefined;
    for (const { event } of events) {
      revision += 1n;
      const row = this.byId.get(event.id) as EventRow | undefined;
      stored = row === undefined ? undefined : toRecordedEvent(row);
      if (stored?.stream !== stream || stored.revision !== revision) return undefined;
    }
    return stored && { revision, position: stored.position, recordedAt: stored.metadata.recordedAt };
  }

  private lastRevision(stream: StreamName): Revision {
    const row = this.lastOfStream.get(stream) as { revision: number | null };
    return BigInt(row.revision ?? -1);
  }
}

/** Where a disk is full, or a quota reached, the file cannot grow. */
function failureOf(error: unknown): StoreUnavailable {
  const { message, errcode } = error as Error & { readonly errcode?: number };
  const Failure = errcode === SQLITE_FULL || errcode === SQLITE_IOERR_WRITE ? LogFull : StoreUnavailable;
  return new Failure(`the log cannot be written: ${message}`, { cause: error });
}

/** Whether a row like it is there already. */
function isOfConstraint(error: unknown): boolean {
  const { errcode = 0 } = error as { readonly errcode?: number };
  return (errcode & 0xff) === SQLITE_CONSTRAINT;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
