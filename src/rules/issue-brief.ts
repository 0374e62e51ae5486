import type { At } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { opposedTargets, reportedBlockers } from './blockers.js';
import { type Convergence, convergence } from './convergence.js';
import { coverageOf } from './coverage.js';
import type { IssueFacts } from './issue-state.js';
import { principalsOf } from './principals.js';
import type { Registry } from './scene.js';
import { heldOn } from './stance.js';
import { isStale, type LatestNews } from './staleness.js';
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

/** How much the state of an issue holds, list by list. */
export type IssueCounts = Readonly<
  Record<'targets' | 'stances' | 'agreements' | 'meetings' | 'plans' | 'assessments' | 'blockers', number>
>;

/** An issue as a list of issues shows it. */
export interface IssueInShort extends IssueBrief {
  readonly parent: string | null;
  readonly counts: IssueCounts;
}

/** What an issue rests on as its parent sums it up. */
export interface BriefFacts extends Pick<IssueFacts, 'issue' | 'grounds'> {
  readonly latest: LatestNews | undefined;
}

/** What an issue in short rests on: of agreements, meetings and plans it is enough how many there are. */
export interface CountedFacts extends BriefFacts, Pick<IssueFacts, 'assessments' | 'resolving'> {
  readonly agreements: number;
  readonly meetings: number;
  readonly plans: number;
}

/**
 * An issue in short; of its stances only what convergence asks is worked out. Design 4, "Convergence" and "Staleness".
 * @returns undefined where the issue is not registered by R
 */
export function briefOfIssue(facts: BriefFacts, registry: Registry, at: At): IssueBrief | undefined {
  return workedOut(facts, registry, at)?.brief;
}

/** The same with how much its state holds. */
export function issueInShort(facts: CountedFacts, registry: Registry, at: At): IssueInShort | undefined {
  const worked = workedOut(facts, registry, at);
  if (worked === undefined) return undefined;
  const { brief, parent, held, targets } = worked;
  const { agreements, meetings, plans, assessments, resolving } = facts;
  const opposed = opposedTargets(targets, registry.proposition, at.asOf);
  const reported = reportedBlockers(assessments, resolving, at.asOf);
  const counts = {
    ...{ targets: targets.length, stances: held.length, agreements, meetings, plans },
    ...{ assessments: assessments.length, blockers: opposed.length + reported.length },
  };
  return { ...brief, parent, counts };
}

function workedOut({ issue, grounds, latest }: BriefFacts, registry: Registry, at: At) {
  const entry = registry.issue.get(issue);
  if (entry === undefined) return undefined;
  const held = heldOn(grounds, at.asOf);
  const principals = principalsOf(registry, issue);
  const targets = targetVerdicts(held, principals);
  const brief: IssueBrief = {
    id: issue,
    title: entry.title,
    ...(entry.names && { names: entry.names }),
    convergence: convergence(
      targets.map(({ verdict }) => verdict),
      coverageOf(held, targets, principals).propositions,
    ),
    stale: isStale(latest, at.asOf, registry.negotiation.staleAfterDays),
  };
  return { brief, parent: entry.parent, held, targets };
}
