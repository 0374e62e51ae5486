import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { withoutRepeats } from './order.js';
import { known } from './registry.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

/** The issues that a report is on. Design 4, "A report's issues". */
export function issuesOf(state: StateAt, content: ReportContent): string[] {
  const about = content.type === 'AssessmentMade' ? content.data.about?.issue : undefined;
  const byProposition = propositionsOf(content).map((id) => known(state.propositions, id).issue);
  return withoutRepeats([...content.issues, ...(about === undefined ? [] : [about]), ...byProposition]);
}

/** The visible reports on an issue; null: on none. */
export function reportsOn(state: StateAt, issue: string | null): VisibleReport[] {
  return state.reports.filter(({ content }) => {
    const issues = issuesOf(state, content);
    return issue === null ? issues.length === 0 : issues.includes(issue);
  });
}

export function propositionsOf(content: ReportContent): readonly string[] {
  switch (content.type) {
    case 'PositionStated':
      return content.data.proposition === null ? [] : [content.data.proposition];
    case 'AgreementSigned':
      return content.data.propositions;
    case 'PlanTabled':
    case 'PlanRevised':
      return content.data.points.flatMap(({ propositions }) => propositions);
    case 'AssessmentMade':
      return content.data.about?.proposition === undefined ? [] : [content.data.about.proposition];
    default:
      return [];
  }
}
