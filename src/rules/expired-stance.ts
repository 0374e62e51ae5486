import type { Day } from '../vocabulary/day.js';
import { isExpired, strongestCandidates } from './candidates.js';
import type { Grounds } from './grounds.js';
import { byStrength, greatest } from './order.js';
import type { Statement } from './statements.js';

/**
 * What a party once said on a target on which it holds nothing any more: the strongest of its statements, all of which are expired.
 * Undefined where it has a stance, or where nothing was said. Design 4, "Stance": without a candidate there is no stance.
 */
export function expiredStanceOn(grounds: Grounds, asOf: Day): Statement | undefined {
  if (strongestCandidates(grounds, asOf).length > 0) return undefined;
  return greatest(
    grounds.strands
      .map((strand) => strand.strongestEnding((statement) => isExpired(statement, asOf)))
      .filter((statement) => statement !== undefined),
    byStrength,
  );
}
