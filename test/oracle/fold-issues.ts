import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { compare } from '../../src/vocabulary/compare.js';
import { type Convergence, convergenceOf } from './convergence.js';
import { isStale, lastEvidenceOn } from './staleness.js';
import { type StateAt, stateAt } from './state-at.js';

export interface IssueItem {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly convergence: Convergence;
  readonly stale: boolean;
}

/** Every issue registered by R: flat, parents first, those of one parent by id. */
export function foldIssues(log: readonly Recorded[], negotiation: string, at: At): IssueItem[] {
  const state = stateAt(log, negotiation, at);
  const below = (parent: string | null): IssueItem[] => childrenOf(state, parent).flatMap((item) => [item, ...below(item.id)]);
  return below(null);
}

/** The issues under an issue, or at the top, by id. */
export function childrenOf(state: StateAt, parent: string | null): IssueItem[] {
  return [...state.issues]
    .filter(([, issue]) => issue.parent === parent)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([id, { title }]) => ({
      id,
      title,
      parent,
      convergence: convergenceOf(state, id),
      stale: isStale(state, lastEvidenceOn(state, id)),
    }));
}
