import type { Day } from '../vocabulary/day.js';
import { isCandidate, namedPrevious } from './candidates.js';
import type { Grounds, Strand } from './grounds.js';
import { byStrength, greatest, type Placed } from './order.js';
import type { Statement } from './statements.js';

/**
 * The statement that the current one names, if that counts; else the strongest candidate of its rank and another weight
 * whose `O.hi <` the current one's `O.lo`; else none. Design 4, "previous".
 */
export function previousOf(current: Statement, grounds: Grounds, asOf: Day): Statement | undefined {
  const named = namedPrevious(current, grounds);
  if (named !== undefined) return named;
  const rivals = grounds.strands.filter(({ rank, weight }) => rank === current.rank && weight !== current.weight);
  const ended = rivals.map((strand) => strongestEndedBefore(strand, current, grounds, asOf));
  return greatest(
    ended.filter((statement) => statement !== undefined),
    byStrength,
  );
}

function strongestEndedBefore(strand: Strand, current: Statement, grounds: Grounds, asOf: Day): Statement | undefined {
  return strand.strongest(
    (statement) => statement.occurred.hi < current.occurred.lo && isCandidate(statement, grounds, asOf),
    beginningOf(current),
  );
}

/** Below this stands all that began before a statement did: nothing else ended before it. */
function beginningOf({ occurred: { lo } }: Statement): Placed {
  return { occurred: { lo, hi: -Infinity }, published: { lo: -Infinity, hi: -Infinity }, firstPosition: -1n };
}
