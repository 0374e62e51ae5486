import type { ReportContent } from '../vocabulary/events/report-content.js';
import { isGuess } from './guess.js';

/**
 * 1: the party's own words, whatever their form, or the source's own reporting unless it is hedged or analysis.
 * 0: somebody else's claim about the party, or the source's guess. Design 4, "Order".
 */
export function rankOf(content: ReportContent, claimants: readonly string[] | null, party: string): 0 | 1 {
  if (claimants !== null) return rankOfClaim(claimants, party);
  return isGuess(content) ? 0 : 1;
}

/** The rank of what somebody is named as claimant of. @param claimants the parties whose own words it is; null and undefined are none */
export function rankOfClaim(claimants: readonly (string | null | undefined)[], party: string): 0 | 1 {
  return claimants.includes(party) ? 1 : 0;
}
