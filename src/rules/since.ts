import type { Day } from '../vocabulary/day.js';
import { isExpired } from './candidates.js';
import type { Grounds } from './grounds.js';
import { byStrength, greatest } from './order.js';
import type { Statement } from './statements.js';

/**
 * The last statement reached from the current one downwards in the order, through unexpired statements of the same rank
 * (superseded ones too), while they have its weight. Design 4, "since".
 */
export function sinceStatement(current: Statement, grounds: Grounds, asOf: Day): Statement {
  const end = endBelow(current, grounds, asOf);
  const own = grounds.strands.find(({ rank, weight }) => rank === current.rank && weight === current.weight);
  return own?.weakest((statement) => !isExpired(statement, asOf), end) ?? current;
}

/** The first statement of another weight on the way downwards, which ends it; undefined where there is none. */
function endBelow(current: Statement, grounds: Grounds, asOf: Day): Statement | undefined {
  const rivals = grounds.strands.filter(({ rank, weight }) => rank === current.rank && weight !== current.weight);
  const ends = rivals.map((strand) => strand.strongest((statement) => !isExpired(statement, asOf), current));
  return greatest(
    ends.filter((statement) => statement !== undefined),
    byStrength,
  );
}
