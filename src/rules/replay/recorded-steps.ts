import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { REMOVALS } from '../../vocabulary/events/report-corrections.js';
import type { Position } from '../../vocabulary/position.js';
import { RunningState } from './running-state.js';
import type { AmendedBy } from './amended.js';
import { changeOf } from './batch.js';
import { type Cause, type ReportCause, reportCause } from './change.js';
import type { RecordedJourney } from './journey.js';
import { changedByPart, type ChangedReport } from './changed-reports.js';
import { type EntryVersion, RegistryMaps } from './registry-maps.js';
import { NOTHING_VISIBLE, type ViewAt } from './view.js';
import type { Part } from './parts.js';
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
export class RecordedSteps {
  private readonly registry: RegistryMaps;
  private readonly state: RunningState;
  /** The last report that was compared, and its issues. */
  private report: ReportBrief | null = null;
  private issues: readonly string[] = [];
  private changed: ChangedReport[] = [];

  /** @param entries what is registered where the way starts */
  constructor(
    private readonly journey: RecordedJourney,
    entries: readonly EntryVersion[],
    private readonly viewAt: ViewAt,
  ) {
    const { start, end } = journey;
    this.registry = new RegistryMaps(entries);
    this.state = new RunningState(this.registry, start ?? end, start === null ? NOTHING_VISIBLE : viewAt(start));
  }

  /** Takes what the state is made of where the way starts. */
  startWith(parts: readonly Part[]): void {
    this.state.startWith(parts);
  }

  /** Goes on to an event; the reports that it may have changed must be compared. */
  moveTo({ position, entry }: RecordedEvent): void {
    const at = this.journey.at(position);
    this.report = null;
    this.issues = [];
    this.changed = [];
    this.state.moveTo(at, at.asOf, this.viewAt(at));
    if (entry === null) return;
    const issueBefore = entry.kind === 'proposition' ? this.registry.proposition.get(entry.id)?.issue : undefined;
    this.registry.set(entry);
    this.state.entryChanged(entry.kind, entry.id);
    if (issueBefore !== undefined) this.state.propositionMoved(entry.id, issueBefore);
  }

  /** Compares a report that the event may have changed with what it was before. */
  compare(id: string): void {
    const { after, isChanged, issues, parts } = this.state.compare(id);
    if (isChanged) this.changed.push({ id, parts });
    this.report = reportBrief(after);
    this.issues = issues;
  }

  /** What the event changed. */
  *settle({ position, type, subject }: RecordedEvent): Generator<Told | undefined> {
    const by = AMENDED_BY[type];
    const causeOf = this.causeOf(by);
    const otherCause = causeOfEvent(type, subject);
    const changedIn = changedByPart(this.changed);
    const settled = yield* this.state.settle();
    const changes = settled.flatMap(
      (difference) => changeOf({ ...difference, changed: changedIn(difference.part), otherCause }, causeOf) ?? [],
    );
    const happening = { position: String(position), cause: otherCause, ...(isOfReport(type) && { report: this.report }) };
    yield { happening: { ...happening, changes }, issues: isOfReport(type) ? this.issues : [] };
  }

  /** Only what tells something else now does so by the event. */
  private causeOf(by: AmendedBy | undefined): (report: string) => ReportCause {
    const changed = new Set(this.changed.map(({ id }) => id));
    return (report) => reportCause(report, changed.has(report) ? by : undefined);
  }
}

/** An event as a cause. @param subject the id of the report, the source or the entry that it is about */
export function causeOfEvent(type: string, subject: string): Cause {
  return isOfReport(type) ? reportCause(subject, AMENDED_BY[type]) : { event: type, entry: subject };
}

const AMENDED_BY: Readonly<Partial<Record<string, AmendedBy>>> = {
  ReportCorrected: 'correction',
  ...REMOVALS,
  SourceChanged: 'source-change',
};

function isOfReport(type: string): boolean {
  return !Object.hasOwn(KIND_OF_REGISTRY_EVENT, type) && type !== 'SourceWithdrawn' && type !== 'SourceReadmitted';
}
