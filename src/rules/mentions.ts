import type { Actor } from '../vocabulary/actor.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import { isMeetingReport } from '../vocabulary/events/report-content.js';
import { withoutRepeats } from './order.js';

/**
 * A report's issues: `issues`, `about.issue`, and the issues of the propositions it names, those of conditions left out.
 * Design 4, "A report's issues".
 * @param issueOf the issue of a proposition
 */
export function issuesOf(content: ReportContent, issueOf: (proposition: string) => string | undefined): string[] {
  const about = content.type === 'AssessmentMade' ? content.data.about : null;
  const named = [...content.issues, about?.issue, ...propositionsOf(content).map(issueOf)];
  return withoutRepeats(named.filter((issue) => issue !== undefined));
}

/** The propositions that a report names: `data.proposition`, `about.proposition`, `propositions`, `points[].propositions`. */
export function propositionsOf(content: ReportContent): string[] {
  switch (content.type) {
    case 'PositionStated':
      return content.data.proposition === null ? [] : [content.data.proposition];
    case 'AssessmentMade':
      return content.data.about?.proposition === undefined ? [] : [content.data.about.proposition];
    case 'AgreementSigned':
      return withoutRepeats(content.data.propositions);
    case 'PlanTabled':
    case 'PlanRevised':
      return withoutRepeats(content.data.points.flatMap((point) => point.propositions));
    case 'MeetingAnnounced':
    case 'MeetingRevised':
    case 'MeetingHeld':
    case 'RoleChanged':
    case 'ContextReported':
      return [];
  }
}

/** The propositions that a report's conditions name: no rule reads them, but they are in use. */
export function propositionsOfConditions(content: ReportContent): string[] {
  if (content.type !== 'PositionStated' && content.type !== 'AgreementSigned') return [];
  return withoutRepeats(content.data.conditions.map((condition) => condition.proposition).filter((id) => id !== null));
}

/** The meetings that a report names. */
export function meetingsOf(content: ReportContent): string[] {
  const about = content.type === 'AssessmentMade' ? (content.data.about?.meeting ?? null) : null;
  return withoutRepeats([content.meeting, about].filter((meeting) => meeting !== null));
}

/** The plans that a report names. */
export function plansOf(content: ReportContent): string[] {
  switch (content.type) {
    case 'PlanTabled':
      return [content.data.plan];
    case 'PlanRevised':
      return withoutRepeats([content.data.plan, content.data.revises.plan]);
    case 'PositionStated':
      return content.data.plan === null ? [] : [content.data.plan];
    case 'AssessmentMade':
      return content.data.about?.plan === undefined ? [] : [content.data.about.plan];
    case 'MeetingAnnounced':
    case 'MeetingRevised':
    case 'MeetingHeld':
    case 'AgreementSigned':
    case 'RoleChanged':
    case 'ContextReported':
      return [];
  }
}

/** The parties, persons and named actors anywhere in a report. */
export function actorsOf(content: ReportContent): Actor[] {
  return [...content.claim.by, ...content.claim.via, ...actorsOfData(content)];
}

function actorsOfData(content: ReportContent): Actor[] {
  if (isMeetingReport(content)) return [...content.data.hosts, ...content.data.attendance.map(({ actor }) => actor)];
  switch (content.type) {
    case 'PlanTabled':
    case 'PlanRevised':
      return content.data.by;
    case 'PositionStated':
      return [content.data.party, ...(content.data.speaker === null ? [] : [content.data.speaker])];
    case 'AgreementSigned':
      return content.data.signatories.flatMap(({ party, person }) => (person === null ? [party] : [party, person]));
    case 'RoleChanged':
      return [content.data.person, content.data.party];
    case 'AssessmentMade':
    case 'ContextReported':
      return [];
  }
}
