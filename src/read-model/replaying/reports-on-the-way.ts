import { compare } from '../../vocabulary/compare.js';
import { tellsOtherwise } from '../../rules/content-in-force.js';
import { issueIn } from '../../rules/issue-state.js';
import { withoutRepeats } from '../../rules/order.js';
import { daysOfStanding } from '../../rules/replay/days-that-matter.js';
import { type Part, partKey, partsOf } from '../../rules/replay/parts.js';
import type { VisibleReport } from '../../rules/scene.js';
import { laterOf } from '../reading/later.js';
import { SCOPE } from '../tables/scopes.js';
import { reportsTouching } from './touching-reports.js';
import type { Way } from './way.js';

type ReportInOrder = Pick<VisibleReport, 'id' | 'occurred' | 'published' | 'firstPosition'>;

/** Which reports tell something else than before, or only now, somewhere on a way. */
export class ReportsOnTheWay {
  constructor(private readonly way: Way) {}

  /** Those that also touch a part of the state, in the order in which they are told. */
  touching(part: Part): string[] {
    const { end } = this.way;
    if (end === null) return [];
    const key = partKey(part);
    const found = reportsTouching(end, part).flatMap((id) => {
      const touching = this.toldOtherwise(id).filter((report) => this.touches(report, key));
      return touching.slice(-1);
    });
    return this.inOrder(found);
  }

  /** Of some reports those that tell something else, in the order in which they are told. */
  among(reports: readonly string[]): string[] {
    return this.inOrder(withoutRepeats(reports).flatMap((id) => this.toldOtherwise(id).slice(-1)));
  }

  /** Of some reports those that tell something else at one point than at an earlier one. */
  changed(reports: readonly string[], earlier: number, point: number): string[] {
    return this.inOrder(
      withoutRepeats(reports).flatMap((id): ReportInOrder[] => {
        const [before, after] = [this.way.seenAt(earlier, id), this.way.seenAt(point, id)];
        const seen = after ?? before;
        if (seen === undefined || (before !== undefined && after !== undefined && !this.isOtherwise(id, earlier, point))) return [];
        return [{ id, occurred: seen.occurred, published: seen.published, firstPosition: BigInt(seen.report) }];
      }),
    );
  }

  /** Whether a report that is visible at both points tells something else at one than at the other. */
  private isOtherwise(id: string, earlier: number, point: number): boolean {
    return tellsOtherwise(this.way.reportAt(earlier, id), this.way.reportAt(point, id));
  }

  /** A report as it is seen before and behind each point of the way at which it comes to tell something else. */
  private toldOtherwise(id: string): VisibleReport[] {
    const { way } = this;
    const found: VisibleReport[] = [];
    let before = way.reportAt(way.low, id);
    for (const point of this.pointsOf(id)) {
      const after = way.reportAt(point, id);
      if (tellsOtherwise(before, after)) found.push(...[before, after].filter((report) => report !== undefined));
      before = after;
    }
    return found;
  }

  /** The points of the way at which something may change of a report, in order; the end is one. */
  private pointsOf(id: string): number[] {
    const { index, negotiation, low, high, r, journey } = this.way;
    const number = index.reportNumber(negotiation, id, r);
    if (number === undefined) return [];
    const corrections = laterOf(index, SCOPE.report, number, r).filter(({ type }) => type === 'ReportCorrected');
    const contents = [number, ...corrections.map(({ event }) => event)];
    const points = contents.flatMap((content) =>
      journey.axis === 'recorded'
        ? index.counted.changesOf(content, r)
        : index.counted
            .rowsAt(content, r)
            .flatMap(({ kFrom, kTo, seen }) => daysOfStanding({ ...seen, knownFrom: kFrom, knownTo: kTo }, journey.moving)),
    );
    return [...new Set([low + 1, ...points, high])].filter((point) => point > low && point <= high).sort(compare);
  }

  private touches(report: VisibleReport, key: string): boolean {
    const registry = this.way.end?.registry;
    if (registry === undefined) return false;
    return partsOf(report, issueIn(registry)).some((part) => partKey(part) === key);
  }

  private inOrder(reports: readonly ReportInOrder[]): string[] {
    const { axis } = this.way.journey;
    const from = (report: ReportInOrder): number => (axis === 'recorded' ? 0 : report[axis].lo);
    return reports.toSorted((a, b) => compare(from(a), from(b)) || compare(a.firstPosition, b.firstPosition)).map(({ id }) => id);
  }
}
