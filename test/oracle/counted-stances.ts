import { compare } from '../../src/vocabulary/compare.js';
import { stancesOn } from './fold-stances.js';
import { type Named, namesOf } from './named.js';
import { principalsOf } from './principals.js';
import type { Stance } from './stance.js';
import type { StateAt } from './state-at.js';

/** What is held on one proposition of an issue. */
export interface OnProposition extends Named {
  readonly proposition: string;
  readonly text: string;
  /** By the party's own words or the source's own reporting; where there are principals, only theirs. By party. */
  readonly counted: readonly Stance[];
  /** What somebody else, or a guess, says that a party holds: listed, and counts for nothing. By party. */
  readonly claimed: readonly Stance[];
}

/** The propositions of an issue, by id. Design 4, "Convergence" */
export function onPropositions(state: StateAt, issue: string): OnProposition[] {
  const principals = principalsOf(state, issue);
  return [...state.propositions]
    .filter(([, proposition]) => proposition.issue === issue)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([id, entry]) => {
      const stances = stancesOn(state, { kind: 'proposition', id });
      const counted = stances.filter(({ rank, party }) => rank === 1 && (principals.length === 0 || principals.includes(party)));
      return { proposition: id, text: entry.text, ...namesOf(entry), counted, claimed: stances.filter(({ rank }) => rank === 0) };
    });
}
