import type { Certainty } from '../../src/vocabulary/axes.js';
import type { PlanPoint, PlanRevised, PlanTabled, Revises } from '../../src/vocabulary/events/plan-reports.js';
import { namesPlan } from './naming.js';
import { strongestFirst } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

export interface PlanStatus {
  readonly status: 'current' | 'superseded';
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

type VisibleReportOf<C> = VisibleReport & { readonly content: C };

/** @returns null where no visible report names the plan. Design 4, "Plan" */
export function planStatusOf(state: StateAt, plan: string): PlanStatus | null {
  const revising = revisionsOf(state, plan);
  const naming = strongestFirst(state.reports.filter(({ content }) => namesPlan(content, plan)));
  if (naming.length === 0) return null;
  const telling = revising.length > 0 ? revising : naming;
  return {
    status: revising.length > 0 ? 'superseded' : 'current',
    certainty: telling.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
    evidence: telling.map(({ id }) => id),
  };
}

/** The visible PlanRevised that say that the plan was revised, the strongest first. */
export function revisionsOf(state: StateAt, plan: string): VisibleReportOf<PlanRevised>[] {
  return strongestFirst(state.reports)
    .filter((report): report is VisibleReportOf<PlanRevised> => report.content.type === 'PlanRevised')
    .filter(({ content }) => content.data.revises.plan === plan);
}

/** The visible reports that table the plan, as new or as a revision of another, the strongest first. */
export function tablingsOf(state: StateAt, plan: string): VisibleReportOf<PlanTabled | PlanRevised>[] {
  return strongestFirst(state.reports)
    .filter(
      (report): report is VisibleReportOf<PlanTabled | PlanRevised> =>
        report.content.type === 'PlanTabled' || report.content.type === 'PlanRevised',
    )
    .filter(({ content }) => content.data.plan === plan);
}

/** The points by the strongest report that has some. */
export function pointsOf(state: StateAt, plan: string): PlanPoint[] {
  const points = tablingsOf(state, plan).find(({ content }) => content.data.points.length > 0)?.content.data.points ?? [];
  return structuredClone(points).map(({ number, text, propositions }) => ({ number, text, propositions }));
}

/** The plan that this one revises, by the strongest report that says so. */
export function revisedPlanOf(state: StateAt, plan: string): Revises | null {
  for (const { content } of tablingsOf(state, plan)) {
    if (content.type === 'PlanRevised') return { plan: content.data.revises.plan, lineage: content.data.revises.lineage };
  }
  return null;
}
