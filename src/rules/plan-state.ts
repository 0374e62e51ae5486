import type { Actor } from '../vocabulary/actor.js';
import type { Certainty } from '../vocabulary/axes.js';
import { compare } from '../vocabulary/compare.js';
import type { PlanPoint, PlanRevised, PlanTabled, Revises } from '../vocabulary/events/plan-reports.js';
import { byStrength, descending } from './order.js';
import type { VisibleReport } from './scene.js';
import { certainIfAny } from './visibility.js';

export type PlanStatus = 'current' | 'superseded';

export interface PlanState {
  readonly by: readonly Actor[];
  readonly pointCount: number | null;
  readonly points: readonly PlanPoint[];
  readonly revises: Revises | null;
  readonly revisedBy: readonly Revises[];
  readonly status: PlanStatus;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

type Tabling = VisibleReport & { readonly content: PlanTabled | PlanRevised };
type Revising = VisibleReport & { readonly content: PlanRevised };

/**
 * `current` unless a visible PlanRevised says that it was revised; lineage as reported, never guessed. Design 4, "Plan".
 * @param naming the visible reports that name the plan, at least one
 */
export function planState(plan: string, naming: readonly VisibleReport[]): PlanState {
  const strongestFirst = descending(naming, byStrength);
  const tabling = strongestFirst.filter((report): report is Tabling => isTabling(report) && report.content.data.plan === plan);
  const revising = strongestFirst.filter(isRevising);
  const revisedIn = revising.filter(({ content }) => content.data.revises.plan === plan);
  const deciding = revisedIn.length > 0 ? revisedIn : strongestFirst;
  return {
    by: tabling.find(({ content }) => content.data.by.length > 0)?.content.data.by ?? [],
    pointCount: tabling.find(({ content }) => content.data.pointCount !== null)?.content.data.pointCount ?? null,
    points: tabling.find(({ content }) => content.data.points.length > 0)?.content.data.points ?? [],
    revises: revising.find(({ content }) => content.data.plan === plan)?.content.data.revises ?? null,
    revisedBy: revisions(revisedIn),
    status: revisedIn.length > 0 ? 'superseded' : 'current',
    certainty: certainIfAny(deciding),
    evidence: deciding.map(({ id }) => id),
  };
}

/** One for each plan that revises it, by id, with the lineage of the strongest report. */
function revisions(strongestFirst: readonly Revising[]): Revises[] {
  const lineages = new Map<string, Revises>();
  for (const { content } of strongestFirst) {
    const { plan, revises } = content.data;
    if (!lineages.has(plan)) lineages.set(plan, { plan, lineage: revises.lineage });
  }
  return [...lineages.values()].sort((a, b) => compare(a.plan, b.plan));
}

function isTabling(report: VisibleReport): report is Tabling {
  return report.content.type === 'PlanTabled' || report.content.type === 'PlanRevised';
}

function isRevising(report: VisibleReport): report is Revising {
  return report.content.type === 'PlanRevised';
}
