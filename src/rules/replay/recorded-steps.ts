import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import type { Position } from '../../vocabulary/position.js';
import { Board } from './board.js';
import type { Cause } from './change.js';
import type { RecordedJourney } from './journey.js';
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

  /** @param entries what is registered where the way starts */
  constructor(
    private readonly journey: RecordedJourney,
    entries: readonly EntryVersion[],
    private readonly sightsAt: SightsAt,
  ) {
    const { start, end } = journey;
    this.registry = new RegistryMaps(entries);
    this.board = new Board(this.registry, start ?? end, start === null ? NOTHING_SEEN : sightsAt(start));
  }

  /** Takes what the state is made of where the way starts. */
  startWith(subjects: readonly Subject[]): void {
    this.board.startWith(subjects);
  }

  /** Goes on to an event; the reports whose contents in force it changed must be looked at. */
  moveTo({ position, entry }: RecordedEvent): void {
    const at = this.journey.at(position);
    this.report = null;
    this.issues = [];
    this.board.moveTo(at, this.sightsAt(at));
    if (entry === null) return;
    this.registry.set(entry);
    this.board.entryChanged(entry.kind, entry.id);
  }

  /** Looks at a report that the event may have changed. */
  look(id: string): void {
    const { after, issues } = this.board.look(id);
    this.report = reportBrief(after);
    this.issues = issues;
  }

  /** What the event changed, with itself as the cause of all. */
  told({ position, type, subject }: RecordedEvent): Told {
    const cause = causeOf(type, subject);
    const isOfReport = 'report' in cause;
    const changes = this.board.settle().map(({ issue, path, before, after }) => ({ issue, path, before, after, because: [cause] }));
    return {
      happening: { position: String(position), cause, ...(isOfReport && { report: this.report }), changes },
      issues: isOfReport ? this.issues : [],
    };
  }
}

function causeOf(type: string, subject: string): Cause {
  const isOfReport = !Object.hasOwn(KIND_OF_REGISTRY_EVENT, type) && type !== 'SourceWithdrawn' && type !== 'SourceReadmitted';
  return isOfReport ? { report: subject } : { event: type, entry: subject };
}
