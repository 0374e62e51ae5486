import type { Day } from '../vocabulary/day.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import { isCandidate } from './candidates.js';
import type { Grounds, Strand } from './grounds.js';
import { byStrength, greatest } from './order.js';
import { rankOf } from './rank.js';
import type { Statement } from './statements.js';
import { voiceOf } from './voice.js';

/** So many statements of one weight are looked at, strongest first: a warning must not cost more than the write. */
const LOOKED_AT = 100;

/** Whether a content is what a party says itself. @param claimants the parties whose own words it gives; null where nobody is named */
export function isOwnWord(content: ReportContent, claimants: readonly string[] | null, party: string): boolean {
  return voiceOf(rankOf(content, claimants, party), claimants !== null) === 'own';
}

/**
 * What a party holds in its own words: the strongest of its own statements that are neither expired nor superseded, one report left out.
 * Nothing is answered by it: what a stance is stands in design 4, "Stance".
 */
export function ownStanceBeside(grounds: Grounds, asOf: Day, but: string): Statement | undefined {
  const strongest = grounds.strands.filter(({ rank }) => rank === 1).map((strand) => ownStatement(strand, grounds, asOf, but));
  return greatest(
    strongest.filter((statement) => statement !== undefined),
    byStrength,
  );
}

function ownStatement(strand: Strand, grounds: Grounds, asOf: Day, but: string): Statement | undefined {
  let lookedAt = 0;
  const found = strand.strongest((statement) => {
    if ((lookedAt += 1) > LOOKED_AT) return true;
    const isOwn = voiceOf(statement.rank, statement.by.length > 0) === 'own';
    return isOwn && statement.report.id !== but && isCandidate(statement, grounds, asOf);
  });
  return lookedAt > LOOKED_AT ? undefined : found;
}
