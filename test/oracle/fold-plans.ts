import type { Actor } from '../../src/vocabulary/actor.js';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { Revises } from '../../src/vocabulary/events/plan-reports.js';
import { compare } from '../../src/vocabulary/compare.js';
import { differentActors, differentValues, type Told } from './different-values.js';
import { stanceItem, type StanceItem, stancesOn } from './fold-stances.js';
import { byId, withoutRepeats } from './order.js';
import { type PointItem, pointsOf } from './plan-points.js';
import { type Account, accountsOf, type PlanStatus, planStatusOf, revisedPlanOf, revisionsOf } from './plan-status.js';
import { type StateAt, stateAt } from './state-at.js';

export interface PlanItem extends PlanStatus {
  readonly id: string;
  readonly title: string;
  readonly by: readonly Told<readonly Actor[]>[];
  readonly pointCount: readonly Told<number>[];
  readonly points: readonly PointItem[];
  readonly revises: Revises | null;
  readonly revisedBy: readonly Revises[];
  readonly stances: readonly StanceItem[];
}

/** Every plan that a visible report names, by id. */
export function foldPlans(log: readonly Recorded[], negotiation: string, at: At): PlanItem[] {
  const state = stateAt(log, negotiation, at);
  return [...state.plans]
    .map(([id, { title }]) => planItem(state, id, title))
    .filter((item) => item !== null)
    .toSorted(byId);
}

function planItem(state: StateAt, id: string, title: string): PlanItem | null {
  const status = planStatusOf(state, id);
  if (status === null) return null;
  const accounts = accountsOf(state, id);
  return {
    id,
    title,
    by: differentActors(accounts, ({ content }) => content.data.by),
    pointCount: differentValues<number, Account>(accounts, ({ content }) => content.data.pointCount),
    points: pointsOf(state, id),
    revises: revisedPlanOf(state, id),
    revisedBy: revisedBy(state, id),
    ...status,
    stances: stancesOn(state, { kind: 'plan', id }).map((stance) => stanceItem(state, stance)),
  };
}

/** Each revising plan once, with the lineage of the strongest report. */
function revisedBy(state: StateAt, plan: string): Revises[] {
  const revisions = revisionsOf(state, plan).map(({ content }) => content.data);
  return withoutRepeats(revisions.map((revision) => revision.plan))
    .toSorted(compare)
    .flatMap((revising) => revisions.filter((revision) => revision.plan === revising).slice(0, 1))
    .map((revision) => ({ plan: revision.plan, lineage: revision.revises.lineage }));
}
