import type { At } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { type Convergence, convergence } from './convergence.js';
import { coverageOf } from './coverage.js';
import type { IssueFacts } from './issue-state.js';
import { principalsOf } from './principals.js';
import type { Registry } from './scene.js';
import { heldOn } from './stance.js';
import { staleness } from './staleness.js';
import { targetVerdicts } from './targets.js';

/** An issue as its parent sums it up. */
export interface IssueBrief {
  readonly id: string;
  readonly title: string;
  /** Left out where there are none. */
  readonly names?: NamesByLanguage;
  readonly convergence: Convergence;
  readonly stale: boolean;
}

/**
 * An issue in short; of its stances only what convergence asks is worked out. Design 4, "Convergence" and "Staleness".
 * @returns undefined where the issue is not registered by R
 */
export function briefOfIssue(
  { issue, grounds, latest }: Pick<IssueFacts, 'issue' | 'grounds' | 'latest'>,
  registry: Registry,
  at: At,
): IssueBrief | undefined {
  const entry = registry.issue.get(issue);
  if (entry === undefined) return undefined;
  const held = heldOn(grounds, at.asOf);
  const principals = principalsOf(registry, issue);
  const targets = targetVerdicts(held, principals);
  return {
    id: issue,
    title: entry.title,
    ...(entry.names && { names: entry.names }),
    convergence: convergence(
      targets.map(({ verdict }) => verdict),
      coverageOf(held, targets, principals).propositions,
    ),
    stale: staleness(latest, at.asOf, registry.negotiation.staleAfterDays).stale,
  };
}
