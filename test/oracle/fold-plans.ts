import type { Actor } from '../../src/vocabulary/actor.js';
import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { PlanPoint, Revises } from '../../src/vocabulary/events/plan-reports.js';
import { compare } from '../../src/vocabulary/compare.js';
import { stanceItem, type StanceItem, stancesOn } from './fold-stances.js';
import { byId, withoutRepeats } from './order.js';
import { type PlanStatus, planStatusOf, pointsOf, revisedPlanOf, revisionsOf, tablingsOf } from './plan-status.js';
import { type StateAt, stateAt } from './state-at.js';

export interface PlanItem extends PlanStatus {
  readonly id: string;
  readonly title: string;
  readonly by: readonly Actor[];
  readonly pointCount: number | null;
  readonly points: readonly PlanPoint[];
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
  const tablings = tablingsOf(state, id).map(({ content }) => content.data);
  return {
    id,
    title,
    by: structuredClone(tablings.find(({ by }) => by.length > 0)?.by ?? []),
    pointCount: tablings.find(({ pointCount }) => pointCount !== null)?.pointCount ?? null,
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
