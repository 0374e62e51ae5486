import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import type { Position } from '../../vocabulary/position.js';
import type { At } from '../../vocabulary/axes.js';
import { Board } from './board.js';
import type { Cause } from './change.js';
import { type ContentInForce, seenAt } from '../content-in-force.js';
import type { RecordedJourney } from './journey.js';
import { type EntryVersion, RegistryMaps } from './registry-maps.js';
import { reportBrief, type Told } from './step.js';

/** A report with all its contents as recorded by a position. */
export interface ReportAt {
  readonly id: string;
  readonly contents: readonly ContentInForce[];
}

/** One event of a negotiation, with what it made of the registry and of the reports. */
export interface RecordedHappening {
  readonly position: Position;
  readonly type: string;
  /** The id of the report, the source or the entry that it is about. */
  readonly subject: string;
  /** The entry that it defined or changed. */
  readonly entry: EntryVersion | null;
  /** At least those reports whose contents in force it changed. */
  readonly reports: readonly ReportAt[];
}

/** A negotiation as it is recorded by a position. */
export interface RecordedState {
  readonly entries: readonly EntryVersion[];
  readonly reports: readonly ReportAt[];
}

/** The way along the axis `recorded`, event by event. D and K stand still. */
export class RecordedWay {
  private readonly registry: RegistryMaps;
  private readonly board: Board;
  /** D, K and the certainty; R has no part in what is seen. */
  private readonly at: At;

  /** @param start what is recorded where the way starts; null: nothing */
  constructor(journey: RecordedJourney, start: RecordedState | null) {
    this.at = journey.end;
    this.registry = new RegistryMaps(start?.entries);
    this.board = new Board(this.registry, this.at);
    for (const report of start?.reports ?? []) this.look(report);
    this.board.settle();
  }

  /** Goes on by one event. @returns what it changed, with itself as the cause of all */
  goOn({ position, type, subject, entry, reports }: RecordedHappening): Told {
    if (entry !== null) {
      this.registry.set(entry);
      this.board.entryChanged(entry.kind, entry.id);
    }
    const looks = reports.map((report) => this.look(report));
    const cause = causeOf(type, subject);
    const changes = this.board.settle().map(({ issue, path, before, after }) => ({ issue, path, before, after, because: [cause] }));
    const report = 'report' in cause ? { report: reportBrief(this.board.report(subject)) } : {};
    return {
      happening: { position: String(position), cause, ...report, changes },
      issues: 'report' in cause ? looks.flatMap(({ issues }) => issues) : [],
    };
  }

  private look({ id, contents }: ReportAt) {
    return this.board.look(id, seenAt(contents, this.at));
  }
}

function causeOf(type: string, subject: string): Cause {
  const isOfReport = !Object.hasOwn(KIND_OF_REGISTRY_EVENT, type) && type !== 'SourceWithdrawn';
  return isOfReport ? { report: subject } : { event: type, entry: subject };
}
