import type { Plan } from '../asking/plan-shapes.js';

/** A line of plans, each revised by the next one; a plan of which no lineage is reported stands alone. */
export type Lineage = readonly Plan[];

/** Plans in lines, the longest first: a plan, then what revised it, as reported; a plan that revises two is told behind the first of them. */
export function lineagesOf(plans: readonly Plan[]): Lineage[] {
  const byId = new Map(plans.map((plan) => [plan.id, plan]));
  const told = new Set<string>();
  const lineFrom = (plan: Plan): Plan[] => {
    if (told.has(plan.id)) return [];
    told.add(plan.id);
    return [plan, ...plan.revisedBy.flatMap(({ plan: id }) => byId.get(id) ?? []).flatMap(lineFrom)];
  };
  const firsts = plans.filter(({ revises }) => revises === null || !byId.has(revises.plan));
  // Whoever stands in a ring of plans that revise each other begins a line as well.
  return [...firsts, ...plans]
    .map(lineFrom)
    .filter((line) => line.length > 0)
    .sort((a, b) => b.length - a.length);
}
