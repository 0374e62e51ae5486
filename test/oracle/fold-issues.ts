import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type Convergence, convergenceOf, targetsOfIssue } from './convergence.js';
import { byId } from './order.js';
import { isStale, lastEvidenceOn } from './staleness.js';
import { type StateAt, stateAt } from './state-at.js';

export interface IssueItem {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly convergence: Convergence;
  readonly stale: boolean;
}

/** Every issue registered by R, by id. */
export function foldIssues(log: readonly Recorded[], negotiation: string, at: At): IssueItem[] {
  return issueItems(stateAt(log, negotiation, at));
}

export function issueItems(state: StateAt): IssueItem[] {
  return [...state.issues]
    .map(([id, { title, parent }]) => ({
      id,
      title,
      parent,
      convergence: convergenceOf(targetsOfIssue(state, id)),
      stale: isStale(state, lastEvidenceOn(state, id)),
    }))
    .toSorted(byId);
}
