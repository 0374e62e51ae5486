import type { Day } from '../vocabulary/day.js';
import { isExpired } from './candidates.js';
import type { Grounds, Strand } from './grounds.js';
import { byStrength, greatest } from './order.js';
import type { Statement } from './statements.js';

/** The strongest expired statement, if stronger than the current one. Design 4, "lapsed". */
export function lapsedOver(current: Statement, grounds: Grounds, asOf: Day): Statement | undefined {
  const expired = grounds.strands.map((strand) => strongestExpiredAbove(current, strand, asOf));
  return greatest(
    expired.filter((statement) => statement !== undefined),
    byStrength,
  );
}

function strongestExpiredAbove(current: Statement, strand: Strand, asOf: Day): Statement | undefined {
  if (strand.rank < current.rank) return undefined;
  return strand.strongestEnding((statement) => isExpired(statement, asOf), strand.rank === current.rank ? current : undefined);
}
