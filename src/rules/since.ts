import type { Day } from '../vocabulary/day.js';
import { isExpired } from './candidates.js';
import { byStrength, descending } from './order.js';
import type { Statement } from './statements.js';

/**
 * The last statement reached from the current one downwards in the order, through unexpired statements of the same rank
 * (superseded ones too), while they have its weight. Design 4, "since".
 * @param statements all of the party on the target
 */
export function sinceStatement(current: Statement, statements: readonly Statement[], asOf: Day): Statement {
  let reached = current;
  for (const statement of descending(statements, byStrength)) {
    const isBelow = byStrength(statement, current) < 0 && statement.rank === current.rank && !isExpired(statement, asOf);
    if (!isBelow) continue;
    if (statement.weight !== current.weight) break;
    reached = statement;
  }
  return reached;
}
