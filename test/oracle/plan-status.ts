import type { Certainty } from '../../src/vocabulary/axes.js';
import type { PlanRevised, PlanTabled, Revises } from '../../src/vocabulary/events/plan-reports.js';
import { namesPlan } from './naming.js';
import { strongestFirst } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

export interface PlanStatus {
  readonly status: 'current' | 'superseded';
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

export type VisibleReportOf<C> = VisibleReport & { readonly content: C };
export type Account = VisibleReportOf<PlanTabled | PlanRevised>;

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

/** The visible accounts of a plan itself, tabled as new or as a revision of another, the strongest first. */
export function accountsOf(state: StateAt, plan: string): Account[] {
  return strongestFirst(state.reports)
    .filter((report): report is Account => report.content.type === 'PlanTabled' || report.content.type === 'PlanRevised')
    .filter(({ content }) => content.data.plan === plan);
}

/** The plan that this one revises, by the strongest report that says so. */
export function revisedPlanOf(state: StateAt, plan: string): Revises | null {
  for (const { content } of accountsOf(state, plan)) {
    if (content.type === 'PlanRevised') return { plan: content.data.revises.plan, lineage: content.data.revises.lineage };
  }
  return null;
}
