import type { Certainty } from '../../src/vocabulary/axes.js';
import { compare } from '../../src/vocabulary/compare.js';
import { stancesOn } from './fold-stances.js';
import { withoutRepeats } from './order.js';
import type { Stance } from './stance.js';
import type { StateAt } from './state-at.js';

export type Verdict = 'opposed' | 'agreed' | 'rejected' | 'open';
export type Convergence = 'unknown' | 'agreed-in-principle' | 'rejected' | 'mixed' | 'opposed' | 'open';

export interface TargetOfIssue {
  readonly proposition: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly contested: boolean;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/** The propositions of an issue on which at least two parties that count have a stance, by id. Design 4, "Convergence". */
export function targetsOfIssue(state: StateAt, issue: string): TargetOfIssue[] {
  const principals = principalsOf(state, issue);
  return [...state.propositions]
    .filter(([, proposition]) => proposition.issue === issue)
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([id, { text }]) => {
      const counted = stancesOn(state, { kind: 'proposition', id }).filter(
        ({ party }) => principals.length === 0 || principals.includes(party),
      );
      if (counted.length < 2) return [];
      return [
        {
          proposition: id,
          text,
          verdict: verdictOn(counted, principals),
          for: counted.filter(({ weight }) => weight >= 1).map(({ party }) => party),
          against: counted.filter(({ weight }) => weight <= -1).map(({ party }) => party),
          contested: counted.some(({ contestedBy }) => contestedBy.length > 0),
          certainty: counted.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
          evidence: withoutRepeats(counted.map(({ current }) => current)),
        },
      ];
    });
}

/** What the verdicts on the targets of an issue come to. */
export function convergenceOf(targets: readonly TargetOfIssue[]): Convergence {
  const verdicts = targets.map(({ verdict }) => verdict);
  if (verdicts.length === 0) return 'unknown';
  if (verdicts.every((verdict) => verdict === 'rejected')) return 'rejected';
  if (verdicts.every((verdict) => verdict === 'agreed' || verdict === 'rejected')) return 'agreed-in-principle';
  if (!verdicts.includes('opposed')) return 'open';
  return verdicts.includes('agreed') ? 'mixed' : 'opposed';
}

/** The issue's, else the negotiation's; empty: every party counts. */
function principalsOf(state: StateAt, issue: string): readonly string[] {
  const own = state.issues.get(issue)?.principals ?? [];
  return own.length > 0 ? own : (state.entry?.principals ?? []);
}

function verdictOn(counted: readonly Stance[], principals: readonly string[]): Verdict {
  const weights = counted.map(({ weight }) => weight);
  const largest = Math.max(...weights);
  const smallest = Math.min(...weights);
  if (largest >= 1 && smallest <= -1 && largest - smallest >= 3) return 'opposed';
  const everyPrincipalHasOne = principals.every((principal) => counted.some(({ party }) => party === principal));
  if (everyPrincipalHasOne && smallest >= 2) return 'agreed';
  if (everyPrincipalHasOne && largest <= -1) return 'rejected';
  return 'open';
}
