import { byStrength, descending } from './order.js';
import type { Statement } from './statements.js';

/**
 * Per (rank, weight) the strongest candidate of another weight than the current one's; those of them whose
 * `O.hi ≥` the current one's `O.lo`; strongest first. Design 4, "contestedBy".
 * @param strongest the strongest candidate of each rank and weight
 */
export function contestedBy(current: Statement, strongest: readonly Statement[]): Statement[] {
  const contesting = strongest.filter(({ weight, occurred }) => weight !== current.weight && occurred.hi >= current.occurred.lo);
  return descending(contesting, byStrength);
}
