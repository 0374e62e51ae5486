import { byStrength, descending, greatest } from './order.js';
import type { Statement } from './statements.js';

/**
 * Per (rank, weight) the strongest candidate of another weight than the current one's; those of them whose
 * `O.hi ≥` the current one's `O.lo`; strongest first. Design 4, "contestedBy".
 */
export function contestedBy(current: Statement, candidates: readonly Statement[]): Statement[] {
  const others = candidates.filter((candidate) => candidate.weight !== current.weight);
  const strongestOfEach = [...Map.groupBy(others, ({ rank, weight }) => `${String(rank)} ${String(weight)}`).values()]
    .map((group) => greatest(group, byStrength))
    .filter((candidate) => candidate !== undefined);
  return descending(
    strongestOfEach.filter((candidate) => candidate.occurred.hi >= current.occurred.lo),
    byStrength,
  );
}
