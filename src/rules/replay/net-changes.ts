import { aged } from './age.js';
import { because, reportsNamed } from './because.js';
import type { ExplainedDifference } from './batch.js';
import { byPlace, type Cause, type Change, type ReportCause } from './change.js';
import { type ElementDifference, isChange, placeKey } from './elements.js';

interface Collected {
  /** From the first side to the last. */
  readonly difference: ElementDifference;
  readonly changed: Set<string>;
  /** What happened where no report moved the element, by its JSON. */
  readonly otherCauses: Map<string, Cause>;
}

/** What is left of many differences where they come one after the other. */
export class NetChanges {
  private readonly collected = new Map<string, Collected>();

  add({ changed, otherCause, ...difference }: ExplainedDifference): void {
    const key = placeKey(difference);
    const earlier = this.collected.get(key);
    const { before, asOf } = earlier?.difference ?? difference;
    const net: Collected = {
      difference: { ...difference, before, asOf: { before: asOf.before, after: difference.asOf.after } },
      changed: earlier?.changed ?? new Set(),
      otherCauses: earlier?.otherCauses ?? new Map<string, Cause>(),
    };
    for (const report of changed) net.changed.add(report);
    if (isChange(difference) && reportsNamed(difference, changed).length === 0) net.otherCauses.set(JSON.stringify(otherCause), otherCause);
    this.collected.set(key, net);
  }

  /**
   * In the order of changes; what is again as it was is left out.
   * @param asOf D at both ends, to which ages are told
   * @param isChanged whether a report tells something else at the end than at the start
   * @param causeOf a report, with what makes it count otherwise at the end than at the start
   */
  items(asOf: ElementDifference['asOf'], isChanged: (report: string) => boolean, causeOf: (report: string) => ReportCause): Change[] {
    return [...this.collected.values()]
      .filter(({ difference }) => isChange(difference))
      .map(({ difference, changed, otherCauses }): Change => {
        const { issue, path, before, after } = difference;
        // A report may come on one day and move the element on another.
        for (const report of [...before.evidence, ...after.evidence]) if (!changed.has(report) && isChanged(report)) changed.add(report);
        const others = [...otherCauses.values()];
        const [entries, days] = [others.filter((cause) => !('day' in cause)), others.filter((cause) => 'day' in cause)];
        return {
          issue,
          path,
          before: aged(before.element, asOf.before - difference.asOf.before),
          after: aged(after.element, asOf.after - difference.asOf.after),
          because: because(difference, [...changed], entries, days, causeOf),
        };
      })
      .sort(byPlace);
  }
}
