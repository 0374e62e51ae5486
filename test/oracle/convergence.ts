import type { Certainty } from '../../src/vocabulary/axes.js';
import type { Modality } from '../../src/vocabulary/modality.js';
import { type Named, namesOf } from './named.js';
import { onPropositions, type OnProposition } from './counted-stances.js';
import { withoutRepeats } from './order.js';
import { principalsOf } from './principals.js';
import type { Stance } from './stance.js';
import type { StateAt } from './state-at.js';

export type Verdict = 'opposed' | 'agreed' | 'rejected' | 'open';
export type Convergence = 'unknown' | 'one-sided' | 'agreed-in-principle' | 'rejected' | 'mixed' | 'opposed' | 'open';

export interface TargetOfIssue extends Named {
  readonly proposition: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly conditional: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly claimed: readonly { readonly party: string; readonly report: string; readonly modality: Modality }[];
  readonly contested: boolean;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/** The propositions of an issue with at least two counted stances, by id. Design 4, "Convergence". */
export function targetsOfIssue(state: StateAt, issue: string): TargetOfIssue[] {
  const principals = principalsOf(state, issue);
  return onPropositions(state, issue)
    .filter(({ counted }) => counted.length >= 2)
    .map((on) => target(on, principals));
}

/** What the verdicts on the targets of an issue come to. */
export function convergenceOf(state: StateAt, issue: string): Convergence {
  const withAStance = onPropositions(state, issue).filter(({ counted }) => counted.length > 0);
  const verdicts = targetsOfIssue(state, issue).map(({ verdict }) => verdict);
  if (verdicts.length === 0) return withAStance.length > 0 ? 'one-sided' : 'unknown';
  if (verdicts.every((verdict) => verdict === 'rejected')) return 'rejected';
  if (verdicts.every((verdict) => verdict === 'agreed' || verdict === 'rejected')) {
    return withAStance.length === verdicts.length ? 'agreed-in-principle' : 'open';
  }
  if (!verdicts.includes('opposed')) return 'open';
  return verdicts.includes('agreed') ? 'mixed' : 'opposed';
}

function target(on: OnProposition, principals: readonly string[]): TargetOfIssue {
  const { proposition, text, counted, claimed } = on;
  return {
    proposition,
    text,
    ...namesOf(on),
    ...verdictOn(counted, principals),
    for: counted.filter(({ weight }) => weight >= 1).map(({ party }) => party),
    against: counted.filter(({ weight }) => weight <= -1).map(({ party }) => party),
    claimed: claimed.map(({ party, current, modality }) => ({ party, report: current, modality })),
    contested: counted.some(({ contestedBy }) => contestedBy.length > 0),
    certainty: counted.every(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
    evidence: withoutRepeats(counted.map(({ current }) => current)),
  };
}

/** `conditional` where conditions alone keep it from `agreed`. */
function verdictOn(counted: readonly Stance[], principals: readonly string[]): { verdict: Verdict; conditional: boolean } {
  const weights = counted.map(({ weight }) => weight);
  const largest = Math.max(...weights);
  const smallest = Math.min(...weights);
  if (largest >= 1 && smallest <= -1 && largest - smallest >= 3) return { verdict: 'opposed', conditional: false };
  const areAllThere = principals.length > 0 && principals.every((principal) => counted.some(({ party }) => party === principal));
  if (areAllThere && smallest >= 2) {
    const conditional = counted.some(({ conditions }) => conditions.length > 0);
    return { verdict: conditional ? 'open' : 'agreed', conditional };
  }
  return { verdict: areAllThere && largest <= -1 ? 'rejected' : 'open', conditional: false };
}
