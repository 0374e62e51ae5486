import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { agreementsOf, assessmentsOf, meetingsOf, plansOf } from './beside-the-stances.js';
import { type Convergence, convergenceOf, targetsOfIssue, type TargetOfIssue } from './convergence.js';
import { type Coverage, coverageOf } from './coverage.js';
import { blockersOfIssue } from './fold-blockers.js';
import { childrenOf, type IssueItem } from './fold-issues.js';
import { stanceItem, type StanceItem, stancesOf } from './fold-stances.js';
import { type Named, namesOf } from './named.js';
import { isStale, type LastEvidence, lastEvidenceOn } from './staleness.js';
import { type StateAt, stateAt } from './state-at.js';

export interface IssueState extends Named {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly children: readonly Omit<IssueItem, 'parent'>[];
  readonly convergence: Convergence;
  readonly coverage: Coverage;
  readonly targets: readonly TargetOfIssue[];
  readonly stances: readonly StanceItem[];
  readonly agreements: ReturnType<typeof agreementsOf>;
  readonly meetings: ReturnType<typeof meetingsOf>;
  readonly plans: ReturnType<typeof plansOf>;
  readonly assessments: ReturnType<typeof assessmentsOf>;
  readonly blockers: ReturnType<typeof blockersOfIssue>;
  readonly lastEvidence: LastEvidence | null;
  readonly stale: boolean;
}

/** The state of an issue at (D, K, R); null where it is not registered by R. */
export function foldIssue(log: readonly Recorded[], negotiation: string, issue: string, at: At): IssueState | null {
  return issueState(stateAt(log, negotiation, at), issue);
}

export function issueState(state: StateAt, issue: string): IssueState | null {
  const entry = state.issues.get(issue);
  if (entry === undefined) return null;
  const targets = targetsOfIssue(state, issue);
  const lastEvidence = lastEvidenceOn(state, issue);
  return {
    id: issue,
    title: entry.title,
    ...namesOf(entry),
    parent: entry.parent,
    children: childrenOf(state, issue).map(({ id, title, convergence, stale }) => ({
      id,
      title,
      ...namesOf(state.issues.get(id)),
      convergence,
      stale,
    })),
    convergence: convergenceOf(state, issue),
    coverage: coverageOf(state, issue),
    targets,
    stances: stancesOnIssue(state, issue),
    agreements: agreementsOf(state, issue),
    meetings: meetingsOf(state, issue),
    plans: plansOf(state, issue),
    assessments: assessmentsOf(state, issue),
    blockers: blockersOfIssue(state, issue, targets),
    lastEvidence,
    stale: isStale(state, lastEvidence),
  };
}

function stancesOnIssue(state: StateAt, issue: string): StanceItem[] {
  return stancesOf(state)
    .filter(({ target }) => target.kind === 'proposition' && state.propositions.get(target.id)?.issue === issue)
    .map((stance) => stanceItem(state, stance));
}
