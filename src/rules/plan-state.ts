import type { Actor } from '../vocabulary/actor.js';
import type { Certainty } from '../vocabulary/axes.js';
import { compare } from '../vocabulary/compare.js';
import type { PlanPoint, PlanRevised, PlanTabled, Revises } from '../vocabulary/events/plan-reports.js';
import { byStrength, descending } from './order.js';
import type { Sight, VisibleReport } from './scene.js';
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

/** A visible report that names a plan: where it stands, and its content where it tables or revises one. */
export interface OfPlan extends Sight {
  readonly tabling: PlanTabled | PlanRevised | null;
}

type Tabling = OfPlan & { readonly tabling: PlanTabled | PlanRevised };
type Revising = OfPlan & { readonly tabling: PlanRevised };

/**
 * `current` unless a visible PlanRevised says that it was revised; lineage as reported, never guessed. Design 4, "Plan".
 * @param naming the visible reports that name the plan, at least one
 */
export function planState(plan: string, naming: readonly OfPlan[]): PlanState {
  const strongestFirst = descending(naming, byStrength);
  const tabling = strongestFirst.filter((report): report is Tabling => report.tabling?.data.plan === plan);
  const revising = strongestFirst.filter(isRevising);
  const revisedIn = revising.filter(({ tabling: revision }) => revision.data.revises.plan === plan);
  const versions = tabling.map((report) => report.tabling.data);
  const deciding = revisedIn.length > 0 ? revisedIn : strongestFirst;
  return {
    by: versions.find(({ by }) => by.length > 0)?.by ?? [],
    pointCount: versions.find(({ pointCount }) => pointCount !== null)?.pointCount ?? null,
    points: versions.find(({ points }) => points.length > 0)?.points ?? [],
    revises: revising.find(({ tabling: revision }) => revision.data.plan === plan)?.tabling.data.revises ?? null,
    revisedBy: revisions(revisedIn),
    status: revisedIn.length > 0 ? 'superseded' : 'current',
    certainty: certainIfAny(deciding),
    evidence: deciding.map(({ id }) => id),
  };
}

/** One for each plan that revises it, by id, with the lineage of the strongest report. */
function revisions(strongestFirst: readonly Revising[]): Revises[] {
  const lineages = new Map<string, Revises>();
  for (const { tabling } of strongestFirst) {
    const { plan, revises } = tabling.data;
    if (!lineages.has(plan)) lineages.set(plan, { plan, lineage: revises.lineage });
  }
  return [...lineages.values()].sort((a, b) => compare(a.plan, b.plan));
}

/** A visible report as the rule reads it. */
export function ofPlan(report: VisibleReport): OfPlan {
  const { content } = report;
  return { ...report, tabling: content.type === 'PlanTabled' || content.type === 'PlanRevised' ? content : null };
}

function isRevising(report: OfPlan): report is Revising {
  return report.tabling?.type === 'PlanRevised';
}
