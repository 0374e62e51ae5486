import { agreementsOf, meetingsOf, plansOf } from './beside-the-stances.js';
import { blockersOfNegotiation } from './fold-blockers.js';
import { issueState, type IssueState } from './fold-issue.js';
import { type StanceItem, stanceItem, stancesOf } from './fold-stances.js';
import type { StateAt } from './state-at.js';

/** One thing that may change, as answers show it, and what they say that it rests on: of staleness they say nothing. */
export interface StateElement {
  readonly issue: string | null;
  readonly path: string;
  readonly element: unknown;
  readonly evidence: readonly string[];
}

/** What stands where nothing is told of an element. api.md, "CHANGE" */
export function absent(path: string): unknown {
  if (path === 'convergence') return 'unknown';
  return path === 'stale' ? false : null;
}

/** Every element of a state: of each issue, and of the negotiation what is on no issue. */
export function elementsOf(state: StateAt): StateElement[] {
  return [...[...state.issues.keys()].flatMap((issue) => elementsOfIssue(state, issue)), ...elementsOfNone(state)];
}

function elementsOfIssue(state: StateAt, issue: string): StateElement[] {
  const told = issueState(state, issue);
  if (told === null) return [];
  const { convergence, targets, stale, stances, blockers } = told;
  const put = (path: string, element: unknown, evidence: readonly string[]): StateElement => ({ issue, path, element, evidence });
  return [
    put(
      'convergence',
      convergence,
      targets.flatMap((target) => target.evidence),
    ),
    put('stale', stale, []),
    ...stances.map((stance) => put(stancePath(stance), stance, stance.evidence)),
    ...beside(told, put),
    ...blockers.map((blocker) => {
      const isTaken = blocker.kind === 'reported' && state.propositions.get(blocker.report)?.issue === issue;
      const id = blocker.kind === 'reported' ? blocker.report : blocker.proposition;
      return put(`blockers/${isTaken ? 'report:' : ''}${id}`, blocker, blocker.evidence);
    }),
  ];
}

/** Stances on plans, and what no report on an issue names. */
function elementsOfNone(state: StateAt): StateElement[] {
  const put = (path: string, element: unknown, evidence: readonly string[]): StateElement => ({ issue: null, path, element, evidence });
  const onPlans = stancesOf(state).filter(({ target }) => target.kind === 'plan');
  const onNone = { agreements: agreementsOf(state, null), meetings: meetingsOf(state, null), plans: plansOf(state, null) };
  return [
    ...onPlans.map((stance) => stanceItem(state, stance)).map((stance) => put(stancePath(stance), stance, stance.evidence)),
    ...beside(onNone, put),
    ...blockersOfNegotiation(state).map((blocker) => put(`blockers/${blocker.report}`, blocker, blocker.evidence)),
  ];
}

function beside(
  { agreements, meetings, plans }: Pick<IssueState, 'agreements' | 'meetings' | 'plans'>,
  put: (path: string, element: unknown, evidence: readonly string[]) => StateElement,
): StateElement[] {
  return [
    ...agreements.map((agreement) => put(`agreements/${agreement.report}`, agreement, [agreement.report])),
    ...meetings.map((meeting) => put(`meetings/${meeting.id}`, meeting, meeting.evidence)),
    ...plans.map((plan) => put(`plans/${plan.id}`, plan, plan.evidence)),
  ];
}

function stancePath({ party, target }: StanceItem): string {
  return `stances/${party}/${'plan' in target ? `plan:${target.plan}` : `proposition:${target.proposition}`}`;
}
