import { isMeetingReport, type ReportContent } from './events/report-content.js';

/**
 * What a report is an account of, and whose: its type, its source, who is named as claimant, and the one thing that it tells of (a
 * meeting, a plan, a party's stance on a target, a document, a role). Two reports with one account of the same days are near duplicates.
 * @returns null for an assessment and for context: one source says much of one thing
 */
export function accountOf(content: ReportContent): string | null {
  const thing = thingIn(content);
  if (thing === null) return null;
  const { type, source, claim } = content;
  const speaker = content.type === 'PositionStated' ? content.data.speaker : null;
  const by = claim.by.length > 0 ? claim.by : speaker === null ? [] : [speaker];
  return JSON.stringify([type, source.id, by, claim.via, ...thing]);
}

function thingIn(content: ReportContent): (string | null)[] | null {
  if (isMeetingReport(content)) return [content.meeting];
  switch (content.type) {
    case 'PlanTabled':
    case 'PlanRevised':
      return [content.data.plan];
    case 'PositionStated':
      return [content.data.party, content.data.proposition, content.data.plan];
    case 'AgreementSigned':
      return [content.data.document.id ?? content.data.document.title];
    case 'RoleChanged':
      return [content.data.person, content.data.party, content.data.role, content.data.change];
    case 'AssessmentMade':
    case 'ContextReported':
      return null;
  }
}
