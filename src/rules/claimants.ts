import type { Actor } from '../vocabulary/actor.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import { claimedBy } from './claimed-by.js';

/**
 * The parties whose own words a report gives: each claimant speaks for the party that it is, that it is a person of, or that is given
 * with its name; whoever is given as `data.speaker` speaks for the party of the report, whatever the registry says. Design 4, "Order".
 * @param partyOf the party of a person as registered when the report was first recorded; null for none, undefined
 * where the id is a party's
 * @returns null where nobody is named: the source reports by itself
 */
export function claimantsOf(content: ReportContent, partyOf: (person: string) => string | null | undefined): string[] | null {
  const actors = claimedBy(content);
  if (actors.length === 0) return null;
  const parties = actors.map((actor) => {
    if (content.type === 'PositionStated' && isSameActor(actor, content.data.speaker)) return content.data.party;
    if (typeof actor !== 'string') return actor.party;
    const party = partyOf(actor);
    return party === undefined ? actor : party;
  });
  return [...new Set(parties.filter((party) => party !== null))].sort();
}

function isSameActor(a: Actor, b: Actor | null): boolean {
  if (b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.name === b.name && a.party === b.party;
}
