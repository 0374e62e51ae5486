import type { Actor } from '../../src/vocabulary/actor.js';
import { isMeetingReport, type ReportContent } from '../../src/vocabulary/events/report-content.js';

/** The ids of all parties and persons that a report names anywhere: with a name without an entry, its party. */
export function actorsNamed(content: ReportContent): string[] {
  const actors = [...content.claim.by, ...content.claim.via, ...actorsInData(content)];
  return actors.flatMap((actor) => (typeof actor === 'string' ? [actor] : actor.party === null ? [] : [actor.party]));
}

function actorsInData(content: ReportContent): readonly Actor[] {
  if (isMeetingReport(content)) return [...content.data.hosts, ...content.data.attendance.map(({ actor }) => actor)];
  switch (content.type) {
    case 'PlanTabled':
    case 'PlanRevised':
      return content.data.by;
    case 'PositionStated':
      return [content.data.party, ...(content.data.speaker === null ? [] : [content.data.speaker])];
    case 'AgreementSigned':
      return content.data.signatories.flatMap(({ party, person }) => [party, ...(person === null ? [] : [person])]);
    case 'RoleChanged':
      return [content.data.person, content.data.party];
    case 'AssessmentMade':
    case 'ContextReported':
      return [];
  }
}
