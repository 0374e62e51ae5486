import type { Verdict } from './verdict.js';

export type Convergence = 'unknown' | 'one-sided' | 'agreed-in-principle' | 'rejected' | 'mixed' | 'opposed' | 'open';

/**
 * How near an issue is to agreement. Design 4, "Convergence".
 * @param verdicts on its targets
 * @param propositions how many of its propositions have a counted stance; each target is one of them
 */
export function convergence(verdicts: readonly Verdict[], propositions: number): Convergence {
  if (verdicts.length === 0) return propositions > 0 ? 'one-sided' : 'unknown';
  if (verdicts.every((verdict) => verdict === 'rejected')) return 'rejected';
  if (verdicts.every((verdict) => verdict === 'agreed' || verdict === 'rejected')) {
    return verdicts.length === propositions ? 'agreed-in-principle' : 'open';
  }
  if (verdicts.includes('opposed')) return verdicts.includes('agreed') ? 'mixed' : 'opposed';
  return 'open';
}
