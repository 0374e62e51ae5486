import type { Actor } from '../vocabulary/actor.js';
import type { Certainty } from '../vocabulary/axes.js';
import type { Revises } from '../vocabulary/events/plan-reports.js';
import { actorsKey } from './actor-key.js';
import { type DifferentValue, differentValues } from './different-values.js';
import { byStrength, descending } from './order.js';
import { accountsOf, type OfPlan, revisionsOf } from './plan-accounts.js';
import { revisedPlan, revisingPlans } from './plan-lineage.js';
import { planPoints, type ToldPoint } from './plan-points.js';
import { certainIfAny } from './visibility.js';

export type PlanStatus = 'current' | 'superseded';

/** A plan with the visible reports that name it. */
export interface PlanFacts {
  readonly id: string;
  readonly naming: readonly OfPlan[];
}

export interface PlanState {
  readonly by: readonly DifferentValue<readonly Actor[]>[];
  readonly pointCount: readonly DifferentValue<number>[];
  readonly points: readonly ToldPoint[];
  readonly revises: Revises | null;
  readonly revisedBy: readonly Revises[];
  readonly status: PlanStatus;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/**
 * What all reports together say of a plan: `current` unless a visible PlanRevised says that it was revised. Certain if a certain
 * report says so, or, while current, names it. Design 4, "Plan".
 * @param facts at least one report names it
 */
export function planState({ id: plan, naming }: PlanFacts): PlanState {
  const latestFirst = descending(naming, byStrength);
  const accounts = accountsOf(plan, latestFirst);
  const revisions = revisionsOf(plan, latestFirst);
  const deciding = revisions.length > 0 ? revisions : latestFirst;
  return {
    by: differentValues(accounts, ({ tabling: { data } }) => (data.by.length > 0 ? data.by : null), actorsKey),
    pointCount: differentValues(accounts, ({ tabling }) => tabling.data.pointCount),
    points: planPoints(accounts),
    revises: revisedPlan(accounts),
    revisedBy: revisingPlans(revisions),
    status: revisions.length > 0 ? 'superseded' : 'current',
    certainty: certainIfAny(deciding),
    evidence: deciding.map(({ id }) => id),
  };
}
