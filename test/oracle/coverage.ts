import { compare } from '../../src/vocabulary/compare.js';
import { onPropositions } from './counted-stances.js';
import { withoutRepeats } from './order.js';
import { principalsOf } from './principals.js';
import type { StateAt } from './state-at.js';

export interface Coverage {
  readonly targets: number;
  /** Those with a counted stance. */
  readonly propositions: number;
  /** Who has a counted stance on the issue. */
  readonly heard: readonly string[];
  /** The principals that have none. */
  readonly silent: readonly string[];
}

/** Of how much of an issue its convergence speaks. Design 4, "coverage" */
export function coverageOf(state: StateAt, issue: string): Coverage {
  const withAStance = onPropositions(state, issue).filter(({ counted }) => counted.length > 0);
  const heard = withoutRepeats(withAStance.flatMap(({ counted }) => counted.map(({ party }) => party))).toSorted(compare);
  return {
    targets: withAStance.filter(({ counted }) => counted.length >= 2).length,
    propositions: withAStance.length,
    heard,
    silent: principalsOf(state, issue).filter((principal) => !heard.includes(principal)),
  };
}
