import { compare } from '../vocabulary/compare.js';
import type { Revises } from '../vocabulary/events/plan-reports.js';
import { isRevising, type PlanAccount, type Revising } from './plan-accounts.js';

/** The plan that one revises, by the latest of its accounts that says so: as reported, never guessed. Design 4, "Plan". */
export function revisedPlan(accounts: readonly PlanAccount[]): Revises | null {
  return accounts.find(isRevising)?.tabling.data.revises ?? null;
}

/** The plans that revise one, each with the lineage of the latest report, by id. @param revisions latest first */
export function revisingPlans(revisions: readonly Revising[]): Revises[] {
  const lineages = new Map<string, Revises>();
  for (const { tabling } of revisions) {
    const { plan, revises } = tabling.data;
    if (!lineages.has(plan)) lineages.set(plan, { plan, lineage: revises.lineage });
  }
  return [...lineages.values()].sort((a, b) => compare(a.plan, b.plan));
}
