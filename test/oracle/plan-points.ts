import { compare } from '../../src/vocabulary/compare.js';
import type { PlanPoint } from '../../src/vocabulary/events/plan-reports.js';
import { withoutRepeats } from './order.js';
import { accountsOf } from './plan-status.js';
import type { StateAt } from './state-at.js';

export type PointItem = PlanPoint & { readonly evidence: readonly string[] };

/**
 * All points that any visible account of a plan gives, each as the latest account that gives it tells it: the numbered ones in
 * the order of their numbers, then the others as the accounts tell them, the latest first. Design 4, "Plan"
 */
export function pointsOf(state: StateAt, plan: string): PointItem[] {
  const told = accountsOf(state, plan).flatMap(({ id, content }) => content.data.points.map((point) => ({ id, point, key: keyOf(point) })));
  return withoutRepeats(told.map(({ key }) => key))
    .flatMap((key) => {
      const accounts = told.filter((each) => each.key === key);
      const evidence = withoutRepeats(accounts.map(({ id }) => id));
      return accounts.slice(0, 1).map(({ point: { number, text, propositions } }) => ({
        ...structuredClone({ number, text, propositions }),
        evidence,
      }));
    })
    .toSorted((a, b) => compare(a.number ?? Infinity, b.number ?? Infinity));
}

/** A point is known by its number, or by its text where it has none. */
function keyOf({ number, text }: PlanPoint): string {
  return JSON.stringify(number ?? text);
}
