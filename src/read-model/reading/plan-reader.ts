import type { OfPlan } from '../../rules/plan-accounts.js';
import type { PlanFacts } from '../../rules/plan-state.js';
import type { PlanRevised, PlanTabled } from '../../vocabulary/events/plan-reports.js';
import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { SceneReader } from './scene-reader.js';

const TABLING: readonly ReportType[] = ['PlanTabled', 'PlanRevised'];

/** A plan with the visible reports that name it; what they say is read only of those that table or revise one. */
export function planFacts(reader: SceneReader, id: string): PlanFacts {
  const tabling = reader.reportsNaming('plan', [id], TABLING);
  const contents = new Map(tabling.map((report) => [report.id, report.content as PlanTabled | PlanRevised]));
  const naming = reader.visibleNaming('plan', id).map((visible): OfPlan => ({ ...visible, tabling: contents.get(visible.id) ?? null }));
  return { id, naming };
}
