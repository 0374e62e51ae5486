import { aged } from './age.js';
import { because, movedBy } from './because.js';
import type { Move } from './batch.js';
import { byPlace, type Cause, type Change, type ReportCause } from './change.js';
import { type ElementMove, isChange, placeKey } from './elements.js';

interface Collected {
  /** From the first side to the last. */
  readonly move: ElementMove;
  readonly changed: Set<string>;
  /** What happened where no report moved the element, by its JSON. */
  readonly beside: Map<string, Cause>;
}

/** What is left of many moves where they come one after the other. */
export class NetChanges {
  private readonly collected = new Map<string, Collected>();

  add({ changed, beside, ...move }: Move): void {
    const key = placeKey(move);
    const earlier = this.collected.get(key);
    const { before, asOf } = earlier?.move ?? move;
    const net: Collected = {
      move: { ...move, before, asOf: { before: asOf.before, after: move.asOf.after } },
      changed: earlier?.changed ?? new Set(),
      beside: earlier?.beside ?? new Map<string, Cause>(),
    };
    for (const report of changed) net.changed.add(report);
    if (isChange(move) && movedBy(move, changed).length === 0) net.beside.set(JSON.stringify(beside), beside);
    this.collected.set(key, net);
  }

  /**
   * In the order of changes; what is again as it was is left out.
   * @param asOf D at both ends, to which ages are told
   * @param isChanged whether a report tells something else at the end than at the start
   * @param causeOf a report, with what makes it count otherwise at the end than at the start
   */
  items(asOf: ElementMove['asOf'], isChanged: (report: string) => boolean, causeOf: (report: string) => ReportCause): Change[] {
    return [...this.collected.values()]
      .filter(({ move }) => isChange(move))
      .map(({ move, changed, beside }): Change => {
        const { issue, path, before, after } = move;
        // A report may come on one day and move the element on another.
        for (const report of [...before.evidence, ...after.evidence]) if (!changed.has(report) && isChanged(report)) changed.add(report);
        const others = [...beside.values()];
        const [entries, days] = [others.filter((cause) => !('day' in cause)), others.filter((cause) => 'day' in cause)];
        return {
          issue,
          path,
          before: aged(before.element, asOf.before - move.asOf.before),
          after: aged(after.element, asOf.after - move.asOf.after),
          because: because(move, [...changed], entries, days, causeOf),
        };
      })
      .sort(byPlace);
  }
}
