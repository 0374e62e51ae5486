import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { propositionsOf } from './issues-of-report.js';

/** True where a report names the meeting, at its top or as what an assessment is about. */
export function namesMeeting(content: ReportContent, meeting: string): boolean {
  return content.meeting === meeting || (content.type === 'AssessmentMade' && content.data.about?.meeting === meeting);
}

/** True where a report names the plan: tables it, revises it or another one by it, takes a stance on it, assesses it. */
export function namesPlan(content: ReportContent, plan: string): boolean {
  switch (content.type) {
    case 'PlanTabled':
    case 'PositionStated':
      return content.data.plan === plan;
    case 'PlanRevised':
      return content.data.plan === plan || content.data.revises.plan === plan;
    case 'AssessmentMade':
      return content.data.about?.plan === plan;
    default:
      return false;
  }
}

/** Every proposition that a report names, in its conditions too. */
export function propositionsNamed(content: ReportContent): string[] {
  const conditions = content.type === 'PositionStated' || content.type === 'AgreementSigned' ? content.data.conditions : [];
  return [...propositionsOf(content), ...conditions.map(({ proposition }) => proposition)].filter((id) => id !== null);
}
