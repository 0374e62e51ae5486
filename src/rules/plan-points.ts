import { compare } from '../vocabulary/compare.js';
import type { PlanPoint } from '../vocabulary/events/plan-reports.js';
import { withoutRepeats } from './order.js';
import type { PlanAccount } from './plan-accounts.js';

/** A point of a plan as the first of its evidence, the latest account that gives it, tells it. */
export interface ToldPoint extends PlanPoint {
  readonly evidence: readonly string[];
}

/**
 * The points that any account of a plan gives, for a source cites a few: one is known by its number, or by its text where it has
 * none. By number, those without one behind, in the order in which the latest accounts give them. Design 4, "Plan".
 * @param accounts latest first
 */
export function planPoints(accounts: readonly PlanAccount[]): ToldPoint[] {
  const told = accounts.flatMap(({ id, tabling }) => tabling.data.points.map((point) => ({ id, point })));
  const groups = [...Map.groupBy(told, ({ point }) => point.number ?? point.text).values()];
  const points = groups.flatMap((group) =>
    group.slice(0, 1).map(({ point: { number, text, propositions } }) => ({
      number,
      text,
      propositions,
      evidence: withoutRepeats(group.map(({ id }) => id)),
    })),
  );
  return points.sort((a, b) => compare(a.number ?? Infinity, b.number ?? Infinity));
}
