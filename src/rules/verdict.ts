import { compare } from '../vocabulary/compare.js';
import type { Certainty } from '../vocabulary/axes.js';
import { withoutRepeats } from './order.js';
import { type Stance, weightOfStance } from './stance.js';
import { certainIfAll } from './visibility.js';

export type Verdict = 'opposed' | 'agreed' | 'rejected' | 'open';

/** How the counted parties stand to each other on one proposition. */
export interface TargetVerdict {
  readonly proposition: string;
  readonly verdict: Verdict;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly contested: boolean;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/**
 * The verdict on a target. Design 4, "Convergence".
 * @param weights of the counted stances
 * @param allPrincipals whether every principal has a stance on it
 */
export function verdictOf(weights: readonly number[], allPrincipals: boolean): Verdict {
  const largest = Math.max(...weights);
  const smallest = Math.min(...weights);
  if (largest >= 1 && smallest <= -1 && largest - smallest >= 3) return 'opposed';
  if (allPrincipals && smallest >= 2) return 'agreed';
  if (allPrincipals && largest <= -1) return 'rejected';
  return 'open';
}

/**
 * The targets of an issue: its propositions on which at least two parties that count have a stance, sorted by id.
 * @param stances those on the propositions
 * @param principals empty: every party counts
 */
export function targetVerdicts(stances: readonly Stance[], principals: readonly string[]): TargetVerdict[] {
  const counted = stances.filter(({ party }) => principals.length === 0 || principals.includes(party));
  return [...Map.groupBy(counted, ({ target }) => target.id)]
    .filter(([, onTarget]) => onTarget.length >= 2)
    .map(([proposition, onTarget]) => targetVerdict(proposition, onTarget, principals))
    .sort((a, b) => compare(a.proposition, b.proposition));
}

function targetVerdict(proposition: string, stances: readonly Stance[], principals: readonly string[]): TargetVerdict {
  const byParty = stances.toSorted((a, b) => compare(a.party, b.party));
  const allPrincipals = principals.every((principal) => stances.some(({ party }) => party === principal));
  return {
    proposition,
    verdict: verdictOf(stances.map(weightOfStance), allPrincipals),
    for: byParty.filter((stance) => weightOfStance(stance) >= 1).map(({ party }) => party),
    against: byParty.filter((stance) => weightOfStance(stance) <= -1).map(({ party }) => party),
    contested: stances.some((stance) => stance.contestedBy.length > 0),
    certainty: certainIfAll(stances),
    evidence: withoutRepeats(byParty.flatMap(({ evidence }) => evidence.slice(0, 1))),
  };
}
