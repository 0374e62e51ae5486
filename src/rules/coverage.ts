import { isCounted } from './counted.js';
import { withoutRepeats } from './order.js';
import type { Held } from './stance.js';
import type { TargetVerdict } from './targets.js';

/** How much of an issue its convergence speaks of. */
export interface Coverage {
  readonly targets: number;
  /** Those with a counted stance. */
  readonly propositions: number;
  /** Whoever has a counted stance on the issue, by id. */
  readonly heard: readonly string[];
  /** The principals that have none, by id. */
  readonly silent: readonly string[];
}

/**
 * How many targets, of how many propositions with a counted stance; who is heard, and which principals are silent. Design 4,
 * "Convergence".
 * @param stances those on the propositions
 */
export function coverageOf(stances: readonly Held[], targets: readonly TargetVerdict[], principals: readonly string[]): Coverage {
  const counted = stances.filter((stance) => isCounted(stance, principals));
  const heard = withoutRepeats(counted.map(({ party }) => party)).sort();
  return {
    targets: targets.length,
    propositions: new Set(counted.map(({ target }) => target.id)).size,
    heard,
    silent: withoutRepeats(principals.filter((principal) => !heard.includes(principal))).sort(),
  };
}
