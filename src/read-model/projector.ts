import type { Json, RecordedEvent } from '../event-store/event-store.js';
import { sourceStream } from '../event-store/stream-names.js';
import { toPlainLogEvent } from '../event-store/typed-event.js';
import type { Recorded } from '../vocabulary/events/log-event.js';
import { issuesOf } from '../rules/mentions.js';
import type { Lookups } from './lookups.js';
import { projectContents } from './projections/contents.js';
import { projectEntries } from './projections/entries.js';
import { projectInForce } from './projections/in-force.js';
import { projectFiling } from './projections/filing.js';
import { projectLinks } from './projections/links.js';
import { latestOf, logRow, projectLog } from './projections/log.js';
import { projectRemovals } from './projections/removals.js';
import { projectRevisions } from './projections/revisions.js';
import type { ReadModelFile } from './read-model-file.js';
import { RowBuffer } from './row-buffer.js';
import type { RowChange } from './row-change.js';
import { TableLookups } from './table-lookups.js';

type Projection = (recorded: Recorded, lookups: Lookups) => RowChange[];

/** Each works with the rows as they were before the event, and with the event: none reads what another one writes for it. */
const PROJECTIONS: readonly Projection[] = [
  projectLog,
  projectEntries,
  projectContents,
  projectRemovals,
  projectLinks,
  projectRevisions,
  projectInForce,
  projectFiling,
];

/** Turns events into the rows of one file, each event once. */
export class Projector {
  private readonly buffer: RowBuffer;
  private readonly lookups: TableLookups;

  constructor(private readonly file: ReadModelFile) {
    this.buffer = new RowBuffer(file);
    this.lookups = new TableLookups(file, this.buffer);
  }

  /**
   * Rows of all the events and the new position, in one transaction. What was applied before is passed over; an event that
   * cannot be projected is parked with its error, and all others go on.
   */
  apply(events: readonly RecordedEvent[]): void {
    const applied = this.file.applied;
    const fresh = events.filter(({ position }) => position > applied);
    const last = fresh.at(-1);
    if (last === undefined) return;
    try {
      this.write(last, fresh, (event) => {
        this.applyOne(event);
      });
    } catch (error) {
      if (!isOfRows(error)) throw error;
      // Some row was refused when many were written: one by one, it is known which event it is of.
      this.write(last, fresh, (event) => {
        this.applyAlone(event);
      });
    }
  }

  private write(last: RecordedEvent, events: readonly RecordedEvent[], applyOne: (event: RecordedEvent) => void): void {
    try {
      this.file.transaction(last.position, () => {
        events.forEach(applyOne);
        this.buffer.flush();
      });
    } catch (error) {
      this.buffer.drop();
      this.lookups.forget();
      throw error;
    }
  }

  /** The rows are kept back, to be written with those of many events. */
  private applyOne(event: RecordedEvent): void {
    let recorded: Recorded;
    let changes: RowChange[];
    try {
      recorded = toPlainLogEvent(event);
      this.lookups.learn(recorded);
      changes = PROJECTIONS.flatMap((projection) => projection(recorded, this.lookups));
    } catch (error) {
      this.lookups.undo();
      this.park(event, error);
      return;
    }
    this.take(changes);
    this.lookups.keptBack(recorded);
    this.recorded(event);
  }

  /** Its rows are written at once, in a savepoint: where one is refused, nothing of the event is left. */
  private applyAlone(event: RecordedEvent): void {
    try {
      this.file.savepoint(() => {
        this.applyOne(event);
        this.buffer.flush();
      });
    } catch (error) {
      if (!isOfRows(error)) throw error;
      this.buffer.drop();
      this.lookups.forget();
      this.park(event, error);
      this.buffer.flush();
    }
  }

  private take(changes: readonly RowChange[]): void {
    this.buffer.take(this.lookups.takeFresh());
    this.buffer.take(changes);
  }

  private recorded({ metadata }: RecordedEvent): void {
    this.lookups.recorded(latestOf(metadata.recordedAt, this.lookups.latestRecordedAt()));
  }

  private park(event: RecordedEvent, error: unknown): void {
    const { negotiation, subject } = namedByStream(event);
    const issues = JSON.stringify(this.issuesTouchedBy(event, negotiation, subject));
    const message = error instanceof Error ? error.message : String(error);
    const { position, type } = event;
    const row = logRow({ position, type, negotiation, subject, recordedAt: event.metadata.recordedAt }, this.lookups);
    this.take([row, { change: 'insert', table: 'parked', row: { position, type, negotiation, issues, error: message } }]);
    this.recorded(event);
  }

  /**
   * The issues of an event that cannot be read, as best one can tell: those that a text anywhere in it names, and those of the
   * reports that its stream is about, for a retraction or a withdrawal names no issue.
   */
  private issuesTouchedBy({ data, stream }: RecordedEvent, negotiation: string, subject: string): string[] {
    this.buffer.flush();
    const named = textsIn(data).flatMap((text) => {
      const issue = this.file.get(`SELECT 1 FROM entry WHERE negotiation = ? AND kind = 'issue' AND id = ? LIMIT 1`, negotiation, text);
      return issue ? [text] : (this.lookups.issueOf(negotiation, text) ?? []);
    });
    const reports = stream === sourceStream(negotiation, subject) ? this.lookups.reportsNaming(negotiation, 'source', subject) : [subject];
    const contents = reports.flatMap((report) => this.lookups.report(negotiation, report).contents);
    const ofReports = contents.flatMap(({ body }) => issuesOf(body, (proposition) => this.lookups.issueOf(negotiation, proposition)));
    return [...new Set([...named, ...ofReports])];
  }
}

/** Whether an error is one of SQLite's on a row that it does not take; all others are of the file. */
function isOfRows(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_CONSTRAINT;
}

const SQLITE_CONSTRAINT = 19;

/** Our streams are named `KIND-NEGOTIATION` or `KIND-NEGOTIATION.ID`. */
function namedByStream({ stream }: RecordedEvent): { negotiation: string; subject: string } {
  const afterKind = stream.slice(stream.indexOf('-') + 1);
  const [negotiation = '', ...id] = afterKind.split('.');
  return { negotiation, subject: id.join('.') };
}

function textsIn(data: Json): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}
