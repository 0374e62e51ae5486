import { namedPrevious } from './candidates.js';
import { byStrength, greatest } from './order.js';
import type { Statement } from './statements.js';

/**
 * The statement that the current one names, if that counts; else the strongest candidate of its rank and another weight
 * whose `O.hi <` the current one's `O.lo`; else none. Design 4, "previous".
 * @param statements all of the party on the target, expired and superseded ones too
 */
export function previousOf(current: Statement, statements: readonly Statement[], candidates: readonly Statement[]): Statement | undefined {
  const earlier = candidates.filter(
    ({ rank, weight, occurred }) => rank === current.rank && weight !== current.weight && occurred.hi < current.occurred.lo,
  );
  return namedPrevious(current, statements) ?? greatest(earlier, byStrength);
}
