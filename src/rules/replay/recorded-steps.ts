import type { At } from '../../vocabulary/axes.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { REMOVALS } from '../../vocabulary/events/report-corrections.js';
import type { Position } from '../../vocabulary/position.js';
import { Board } from './board.js';
import type { AmendedBy } from './amended.js';
import { type Batch, changeOf, type Move } from './batch.js';
import { type ReportCause, reportCause } from './change.js';
import type { RecordedJourney } from './journey.js';
import { changedBySubject, type ChangedReport } from './changed-reports.js';
import { type EntryVersion, RegistryMaps } from './registry-maps.js';
import { NOTHING_SEEN, type SightsAt } from './sights.js';
import type { Subject } from './subjects.js';
import { reportBrief, type ReportBrief, type Told } from './step.js';

/** One event of a negotiation, with what it made of the registry. */
export interface RecordedEvent {
  readonly position: Position;
  readonly type: string;
  /** The id of the report, the source or the entry that it is about. */
  readonly subject: string;
  /** The entry that it defined or changed. */
  readonly entry: EntryVersion | null;
}

/** The way along the axis `recorded`, event by event. D and K stand still. */
export class RecordedWay {
  private readonly registry: RegistryMaps;
  private readonly board: Board;
  /** Of the last look. */
  private report: ReportBrief | null = null;
  private issues: readonly string[] = [];
  private changed: ChangedReport[] = [];
  private last: At;

  /** @param entries what is registered where the way starts */
  constructor(
    private readonly journey: RecordedJourney,
    entries: readonly EntryVersion[],
    private readonly sightsAt: SightsAt,
  ) {
    const { start, end } = journey;
    this.last = start ?? end;
    this.registry = new RegistryMaps(entries);
    this.board = new Board(this.registry, this.last, start === null ? NOTHING_SEEN : sightsAt(start));
  }

  /** Takes what the state is made of where the way starts. */
  startWith(subjects: readonly Subject[]): void {
    this.board.startWith(subjects);
  }

  /** Goes on to an event; the reports that it may have changed must be looked at. */
  moveTo({ position, entry }: RecordedEvent): void {
    const at = this.journey.at(position);
    this.report = null;
    this.issues = [];
    this.changed = [];
    this.board.moveTo(at, this.last, this.sightsAt(at));
    this.last = at;
    if (entry === null) return;
    const issueBefore = entry.kind === 'proposition' ? this.registry.proposition.get(entry.id)?.issue : undefined;
    this.registry.set(entry);
    this.board.entryChanged(entry.kind, entry.id);
    if (issueBefore !== undefined) this.board.propositionMoved(entry.id, issueBefore);
  }

  /** Looks at a report that the event may have changed. */
  look(id: string): void {
    const { after, isChanged, issues, subjects } = this.board.look(id);
    if (isChanged) this.changed.push({ id, subjects });
    this.report = reportBrief(after);
    this.issues = issues;
  }

  /** What the event changed. */
  settle({ position, type, subject }: RecordedEvent): Batch {
    const by = AMENDED_BY[type];
    const causeOf = this.causeOf(by);
    const beside = isOfReport(type) ? reportCause(subject, by) : { event: type, entry: subject };
    const changedOf = changedBySubject(this.changed);
    const moves = this.board.settle().map((move): Move => ({ ...move, changed: changedOf(move.subject), beside }));
    const happening = { position: String(position), cause: beside, ...(isOfReport(type) && { report: this.report }) };
    const { issues } = this;
    const told = (): Told[] => {
      const changes = moves.flatMap((move) => changeOf(move, causeOf) ?? []);
      return [{ happening: { ...happening, changes }, issues: isOfReport(type) ? issues : [] }];
    };
    return { moves, told };
  }

  /** Only what tells something else now does so by the event. */
  private causeOf(by: AmendedBy | undefined): (report: string) => ReportCause {
    const changed = new Set(this.changed.map(({ id }) => id));
    return (report) => reportCause(report, changed.has(report) ? by : undefined);
  }
}

const AMENDED_BY: Readonly<Partial<Record<string, AmendedBy>>> = {
  ReportCorrected: 'correction',
  ...REMOVALS,
  SourceChanged: 'source-change',
};

function isOfReport(type: string): boolean {
  return !Object.hasOwn(KIND_OF_REGISTRY_EVENT, type) && type !== 'SourceWithdrawn' && type !== 'SourceReadmitted';
}
