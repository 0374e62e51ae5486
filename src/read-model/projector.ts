import type { Json, RecordedEvent } from '../event-store/event-store.js';
import { sourceStream } from '../event-store/stream-names.js';
import { toLogEvent } from '../event-store/typed-event.js';
import type { Recorded } from '../vocabulary/events/log-event.js';
import type { Lookups } from './lookups.js';
import { projectEntries } from './projections/entries.js';
import { projectInForce } from './projections/in-force.js';
import { projectLinks } from './projections/links.js';
import { logRow, projectLog } from './projections/log.js';
import { projectRemovals } from './projections/removals.js';
import { projectRevisions } from './projections/revisions.js';
import { projectTurns } from './projections/turns.js';
import { projectVersions } from './projections/versions.js';
import type { ReadModelFile } from './read-model-file.js';
import type { RowChange } from './row-change.js';
import { TableLookups } from './table-lookups.js';

type Projection = (recorded: Recorded, lookups: Lookups) => RowChange[];

/** In the order in which they build on each other: `in_force` reads what the ones before it wrote, and `turn` reads `in_force`. */
const PROJECTIONS: readonly Projection[] = [
  projectLog,
  projectEntries,
  projectVersions,
  projectRemovals,
  projectLinks,
  projectRevisions,
  projectInForce,
  projectTurns,
];

/** Turns events into the rows of one file, each event once. */
export class Projector {
  private readonly lookups: TableLookups;

  constructor(private readonly file: ReadModelFile) {
    this.lookups = new TableLookups(file);
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
    this.file.transaction(last.position, () => {
      for (const event of fresh) this.applyOne(event);
    });
  }

  private applyOne(event: RecordedEvent): void {
    try {
      this.file.savepoint(() => {
        const recorded = toLogEvent(event);
        for (const projection of PROJECTIONS) {
          for (const change of projection(recorded, this.lookups)) this.write(change);
        }
      });
    } catch (error) {
      this.park(event, error);
    }
  }

  private park(event: RecordedEvent, error: unknown): void {
    const { negotiation, subject } = namedByStream(event);
    const issues = JSON.stringify(this.issuesTouchedBy(event, negotiation, subject));
    const message = error instanceof Error ? error.message : String(error);
    const { position, type } = event;
    this.write(logRow({ position, type, negotiation, subject, recordedAt: event.metadata.recordedAt }, this.lookups));
    this.write({ change: 'insert', table: 'parked', row: { position, type, negotiation, issues, error: message } });
  }

  /**
   * The issues of an event that cannot be read, as best one can tell: those that a text anywhere in it names, and those of the
   * reports that its stream is about, for a retraction or a withdrawal names no issue.
   */
  private issuesTouchedBy({ data, stream }: RecordedEvent, negotiation: string, subject: string): string[] {
    const named = textsIn(data).flatMap((text) => {
      const issue = this.file.get(`SELECT 1 FROM entry WHERE negotiation = ? AND kind = 'issue' AND id = ? LIMIT 1`, negotiation, text);
      return issue ? [text] : (this.lookups.issueOf(negotiation, text) ?? []);
    });
    const reports = stream === sourceStream(negotiation, subject) ? this.lookups.reportsNaming(negotiation, subject) : [subject];
    const ofReports = reports.flatMap((report) =>
      this.file.all<{ id: string }>(`SELECT id FROM mention WHERE negotiation = ? AND kind = 'issue' AND report = ?`, negotiation, report),
    );
    return [...new Set([...named, ...ofReports.map(({ id }) => id)])];
  }

  private write(change: RowChange): void {
    if (change.change !== 'update') {
      const columns = Object.keys(change.row);
      const marks = columns.map(() => '?').join(', ');
      const verb = change.change === 'insert' ? 'INSERT' : 'INSERT OR IGNORE';
      this.file.run(`${verb} INTO ${change.table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(change.row));
      return;
    }
    const set = Object.keys(change.set).map((column) => `${column} = ?`);
    const where = Object.keys(change.where).map((column) => `${column} = ?`);
    this.file.run(
      `UPDATE ${change.table} SET ${set.join(', ')} WHERE ${where.join(' AND ')}`,
      ...Object.values(change.set),
      ...Object.values(change.where),
    );
  }
}

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
