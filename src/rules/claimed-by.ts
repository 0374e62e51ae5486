import type { Actor } from '../vocabulary/actor.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';

/** Whoever is named as claimant: `claim.by`, or without it `data.speaker`; empty: the source itself. api.md, "Writes". */
export function claimedBy(content: ReportContent): readonly Actor[] {
  if (content.claim.by.length > 0) return content.claim.by;
  const speaker = speakerOf(content);
  return speaker === null ? [] : [speaker];
}

function speakerOf(content: ReportContent): Actor | null {
  return content.type === 'PositionStated' ? content.data.speaker : null;
}
