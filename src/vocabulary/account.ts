import { reportTypeTold, type ReportContent } from './events/report-content.js';

/**
 * What a report is an account of, and whose: its type, its source, who is named as claimant, and the one thing that it tells of (a
 * meeting, a plan, a party's stance on a target, a document, a role). Two reports with one account of the same days are near duplicates.
 * @returns null for an assessment and for context: one source says much of one thing
 */
export function accountOf(content: ReportContent): string | null {
  const account = reportTypeTold(content.type).account(content);
  if (account === null) return null;
  const { type, source, claim } = content;
  const speaker = content.type === 'PositionStated' ? content.data.speaker : null;
  const by = claim.by.length > 0 ? claim.by : speaker === null ? [] : [speaker];
  return JSON.stringify([type, source.id, by, claim.via, ...account.of]);
}
