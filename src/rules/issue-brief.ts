import type { At } from '../vocabulary/axes.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import { opposedTargets, reportedBlockers } from './blockers.js';
import { type Convergence, convergence } from './convergence.js';
import { countsAmong } from './counted.js';
import { coverageOf } from './coverage.js';
import type { IssueFacts } from './issue-state.js';
import { principalsOf } from './principals.js';
import type { Registry } from './scene.js';
import { firstHandOn, heldOn } from './stance.js';
import { isStale, type LatestNews } from './staleness.js';
import { targetVerdicts, verdictsOn } from './targets.js';

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
 * An issue in short; of its stances only those are looked at that count. Design 4, "Convergence" and "Staleness".
 * @param facts its grounds hold at least those of the principals
 * @returns undefined where the issue is not registered by R
 */
export function briefOfIssue(facts: BriefFacts, registry: Registry, at: At): IssueBrief | undefined {
  const principals = principalsOf(registry, facts.issue);
  const counted = facts.grounds.flatMap((one) => firstHandOn(one, at.asOf) ?? []).filter(({ party }) => countsAmong(principals, party));
  const propositions = new Set(counted.map(({ target }) => target.id)).size;
  return briefWith(facts, registry, at, convergence(verdictsOn(counted, principals), propositions));
}

/** The same with its parent and with how much its state holds. @param facts its grounds are all that there are */
export function issueInShort(facts: CountedFacts, registry: Registry, at: At): IssueInShort | undefined {
  const { issue, grounds, agreements, meetings, plans, assessments, resolving } = facts;
  const held = heldOn(grounds, at.asOf);
  const principals = principalsOf(registry, issue);
  const targets = targetVerdicts(held, principals);
  const verdicts = targets.map(({ verdict }) => verdict);
  const brief = briefWith(facts, registry, at, convergence(verdicts, coverageOf(held, targets, principals).propositions));
  if (brief === undefined) return undefined;
  const opposed = opposedTargets(targets, registry.proposition, at.asOf);
  const reported = reportedBlockers(assessments, resolving, at.asOf);
  const counts = {
    ...{ targets: targets.length, stances: held.length, agreements, meetings, plans },
    ...{ assessments: assessments.length, blockers: opposed.length + reported.length },
  };
  return { ...brief, parent: registry.issue.get(issue)?.parent ?? null, counts };
}

function briefWith({ issue, latest }: BriefFacts, registry: Registry, at: At, convergence: Convergence): IssueBrief | undefined {
  const entry = registry.issue.get(issue);
  if (entry === undefined) return undefined;
  const { title, names } = entry;
  const stale = isStale(latest, at.asOf, registry.negotiation.staleAfterDays);
  return { id: issue, title, ...(names && { names }), convergence, stale };
}
