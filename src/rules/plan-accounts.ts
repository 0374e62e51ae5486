import type { PlanRevised, PlanTabled } from '../vocabulary/events/plan-reports.js';
import type { Visible, VisibleReport } from './scene.js';

/** A visible report that names a plan: where it stands, and its content where it tables or revises one. */
export interface OfPlan extends Visible {
  readonly tabling: PlanTabled | PlanRevised | null;
}

/** An account of a plan: it tables the plan, as new or as a revision of another one. */
export type PlanAccount = OfPlan & { readonly tabling: PlanTabled | PlanRevised };

/** A report that one plan revises another. */
export type Revising = OfPlan & { readonly tabling: PlanRevised };

/** A visible report as the rules of plans read it. */
export function ofPlan(report: VisibleReport): OfPlan {
  const { content } = report;
  return { ...report, tabling: content.type === 'PlanTabled' || content.type === 'PlanRevised' ? content : null };
}

/** The accounts of a plan among some reports, in their order. Design 4, "Plan". */
export function accountsOf(plan: string, reports: readonly OfPlan[]): PlanAccount[] {
  return reports.filter((report): report is PlanAccount => report.tabling?.data.plan === plan);
}

/** Those among some reports that say that a plan was revised, in their order. */
export function revisionsOf(plan: string, reports: readonly OfPlan[]): Revising[] {
  return reports.filter((report): report is Revising => isRevising(report) && report.tabling.data.revises.plan === plan);
}

/** Whether a report says that its plan revises another one. */
export function isRevising(report: OfPlan): report is Revising {
  return report.tabling?.type === 'PlanRevised';
}
