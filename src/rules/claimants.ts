import type { Actor } from '../vocabulary/actor.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';

/**
 * The parties whose own words a report gives: `claim.by`, or without it `data.speaker`, names the party, a person of it,
 * or a name given with that party. Design 4, "Order".
 * @param partyOf the party of a person as registered when the content was recorded; null for none, undefined where the id is a party's
 * @returns null where neither is given: the source reports by itself
 */
export function claimantsOf(content: ReportContent, partyOf: (person: string) => string | null | undefined): string[] | null {
  const actors = speakingActors(content);
  if (actors.length === 0) return null;
  const parties = actors.map((actor) => {
    if (typeof actor !== 'string') return actor.party;
    const party = partyOf(actor);
    return party === undefined ? actor : party;
  });
  return [...new Set(parties.filter((party) => party !== null))].sort();
}

function speakingActors(content: ReportContent): readonly Actor[] {
  if (content.claim.by.length > 0) return content.claim.by;
  return content.type === 'PositionStated' && content.data.speaker !== null ? [content.data.speaker] : [];
}

/**
 * 1: the party's own words, whatever their form, or the source's own reporting unless it is hedged or analysis.
 * 0: somebody else's claim about the party, or the source's guess. Design 4, "Order".
 */
export function rankOf(content: ReportContent, claimants: readonly string[] | null, party: string): 0 | 1 {
  if (claimants !== null) return claimants.includes(party) ? 1 : 0;
  return content.claim.form === 'hedged' || content.claim.form === 'analysis' ? 0 : 1;
}
