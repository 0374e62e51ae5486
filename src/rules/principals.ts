import type { Registry } from './scene.js';

/** The parties that count on an issue: the issue's principals, else the negotiation's; an empty list is none. Design 4, "Convergence". */
export function principalsOf(registry: Registry, issue: string): readonly string[] {
  const own = registry.issue.get(issue)?.principals ?? [];
  return own.length > 0 ? own : registry.negotiation.principals;
}
