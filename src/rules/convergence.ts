import type { Registry } from './scene.js';
import type { Verdict } from './verdict.js';

export type Convergence = 'unknown' | 'agreed-in-principle' | 'rejected' | 'mixed' | 'opposed' | 'open';

/** How near an issue is to agreement, by the verdicts on its targets. Design 4, "Convergence". */
export function convergence(verdicts: readonly Verdict[]): Convergence {
  if (verdicts.length === 0) return 'unknown';
  const opposed = verdicts.includes('opposed');
  const agreed = verdicts.includes('agreed');
  if (verdicts.every((verdict) => verdict === 'rejected')) return 'rejected';
  if (agreed && verdicts.every((verdict) => verdict === 'agreed' || verdict === 'rejected')) return 'agreed-in-principle';
  if (opposed) return agreed ? 'mixed' : 'opposed';
  return 'open';
}

/** The parties that count on an issue: the issue's principals, else the negotiation's; an empty list is none. Design 4, "Convergence". */
export function principalsOf(registry: Registry, issue: string): readonly string[] {
  const own = registry.issue.get(issue)?.principals ?? [];
  return own.length > 0 ? own : registry.negotiation.principals;
}
