import { amendedBetween, type Standing } from '../../rules/replay/amended.js';
import { because, reportsNamed } from '../../rules/replay/because.js';
import { type Cause, reportCause, type ReportCause, STALE } from '../../rules/replay/change.js';
import { isChange } from '../../rules/replay/elements.js';
import type { ElementOfPart } from '../../rules/replay/elements-of-state.js';
import { sideIn, type StateDifference } from '../../rules/replay/state-difference.js';
import { staleFrom } from '../../rules/staleness.js';
import type { SceneReader } from '../reading/scene-reader.js';
import { recent } from '../tables/recent.js';
import { AmendedReports } from './amended-reports.js';
import { ReportsOnTheWay } from './reports-on-the-way.js';
import { standingOf } from './standing-reader.js';
import type { Way } from './way.js';

const KEPT = 2_000;

/** The elements at a point of the way of whatever a difference is of. */
export type ElementsAt = (point: number) => readonly ElementOfPart[];

/**
 * Why an element moved between the ends of a way. The way is looked at only where the two lists of evidence do not say it, and then only
 * what touches the element. api.md, "changes and replay".
 */
export class NetCauses {
  private readonly reports: ReportsOnTheWay;
  private readonly known = recent<string, ReportCause>(KEPT);
  private amended: AmendedReports | undefined;

  constructor(private readonly way: Way) {
    this.reports = new ReportsOnTheWay(way);
  }

  of(difference: StateDifference, elementsAt: ElementsAt): Cause[] {
    if (difference.path === STALE) return this.ofStaleness(difference, elementsAt);
    const inOneList = new Set(difference.before.evidence).symmetricDifference(new Set(difference.after.evidence));
    const ofEvidence = this.reports.changed([...inOneList], this.way.low, this.way.high);
    const changed = ofEvidence.length > 0 ? ofEvidence : this.reports.touching(difference.part);
    if (changed.length > 0 && (inOneList.size > 0 || this.way.journey.axis !== 'recorded')) {
      return because(difference, changed, [], [], this.causeOf);
    }
    const point = this.firstPointAsAtTheEnd(difference, elementsAt);
    const turning = this.way.causeAt(point);
    const isOfEntry = 'event' in turning && this.reports.changed(changed, point - 1, point).length === 0;
    return because(difference, changed, isOfEntry ? [turning] : [], [turning], this.causeOf);
  }

  /** The last evidence that came or went, if it changed; else what happened where the issue came to be as it is at the end. */
  private ofStaleness(difference: StateDifference, elementsAt: ElementsAt): Cause[] {
    const changed = this.reports.among([...difference.before.evidence, ...difference.after.evidence]);
    if (reportsNamed(difference, changed).length > 0) return because(difference, changed, [], [], this.causeOf);
    const point = this.firstPointAsAtTheEnd(difference, elementsAt);
    const [before, after] = [sideIn(elementsAt(point - 1), difference), sideIn(elementsAt(point), difference)];
    const changedThere = this.reports.changed([...before.evidence, ...after.evidence], point - 1, point);
    return because({ ...difference, before, after }, changedThere, [], [this.way.causeAt(point)], this.causeOf);
  }

  /** A point at which the element came to be as it is at the end. */
  private firstPointAsAtTheEnd(difference: StateDifference, elementsAt: ElementsAt): number {
    const { low, high } = this.way;
    const { after, asOf } = difference;
    const isAsAtTheEnd = (point: number): boolean => {
      const before = sideIn(elementsAt(point), difference);
      return !isChange({ before, after, asOf: { before: this.way.at(point).asOf, after: asOf.after } });
    };
    const stale = this.staleSince(difference);
    if (stale !== undefined && !isAsAtTheEnd(stale - 1) && isAsAtTheEnd(stale)) return stale;
    return this.way.firstPointAsAtTheEnd(low, high, isAsAtTheEnd);
  }

  /** The day since which an issue is stale that is so at the end, if nothing else happened. */
  private staleSince({ path, after }: StateDifference): number | undefined {
    const { end, journey, low, high } = this.way;
    const [evidence] = after.evidence;
    if (path !== STALE || after.element !== true || evidence === undefined) return undefined;
    if (end === null || journey.axis === 'recorded' || !journey.moving.asOf) return undefined;
    const latest = this.way.reportAt(high, evidence);
    const day = latest && staleFrom(latest, end.registry.negotiation.staleAfterDays);
    return day !== undefined && day > low && day <= high ? day : undefined;
  }

  private readonly causeOf = (report: string): ReportCause => {
    let known = this.known.get(report);
    if (known === undefined) {
      known = this.workedCauseOf(report);
      this.known.set(report, known);
    }
    return known;
  };

  private workedCauseOf(report: string): ReportCause {
    const { index, negotiation, r, start, end } = this.way;
    if (start === null) return { report };
    this.amended ??= new AmendedReports(index, negotiation, r);
    if (!this.amended.mayHold(report)) return { report };
    return reportCause(report, amendedBetween(this.standing(start, report), this.standing(end, report)));
  }

  private standing(scene: SceneReader | null, report: string): Standing | undefined {
    return scene === null ? undefined : standingOf(this.way.file, this.way.negotiation, report, scene.at);
  }
}
