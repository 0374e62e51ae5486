import { compare } from '../vocabulary/compare.js';
import type { Certainty } from '../vocabulary/axes.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Modality } from '../vocabulary/modality.js';
import { isCounted, isFirstHand } from './counted.js';
import { withoutRepeats } from './order.js';
import type { Statement } from './statements.js';
import { type Held, weightOfStance } from './stance.js';
import { type Verdict, verdictOf } from './verdict.js';
import { certainIfAll } from './visibility.js';

/** What others say that a party holds, or what the source guesses. */
export interface Claimed {
  readonly party: string;
  readonly report: string;
  readonly modality: Modality;
}

/** A proposition with at least two counted stances, and how they stand to each other. */
export interface TargetVerdict {
  readonly proposition: string;
  readonly verdict: Verdict;
  /** Conditions alone keep it from `agreed`. */
  readonly conditional: boolean;
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Counts for nothing. */
  readonly claimed: readonly Claimed[];
  readonly contested: boolean;
  readonly certainty: Certainty;
  /** The current reports of the counted stances, by party. */
  readonly evidence: readonly string[];
  /** The window O of each of them, for its age. */
  readonly occurred: readonly DayWindow[];
}

/**
 * The targets of an issue, sorted by id. Design 4, "Convergence".
 * @param stances those on the propositions
 * @param principals empty: every party counts
 */
export function targetVerdicts(stances: readonly Held[], principals: readonly string[]): TargetVerdict[] {
  return [...Map.groupBy(stances, ({ target }) => target.id)]
    .map(([proposition, onProposition]) => targetVerdict(proposition, onProposition, principals))
    .filter((target) => target !== undefined)
    .sort((a, b) => compare(a.proposition, b.proposition));
}

/** What is counted of a stance. */
type Counted = Pick<Statement, 'party' | 'weight' | 'hasConditions'>;

/** The verdicts on the targets of an issue, in no order, and nothing else of these. @param counted the current statements of the counted stances */
export function verdictsOn(counted: readonly Statement[], principals: readonly string[]): Verdict[] {
  const onEach = [...Map.groupBy(counted, ({ target }) => target.id).values()];
  return onEach.filter(isTarget).map((onProposition) => verdictOn(onProposition, principals).verdict);
}

function isTarget(counted: readonly unknown[]): boolean {
  return counted.length >= 2;
}

function verdictOn(counted: readonly Counted[], principals: readonly string[]): ReturnType<typeof verdictOf> {
  return verdictOf({
    weights: counted.map(({ weight }) => weight),
    hasConditions: counted.some(({ hasConditions }) => hasConditions),
    isComplete: principals.length > 0 && principals.every((principal) => counted.some(({ party }) => party === principal)),
  });
}

function targetVerdict(proposition: string, stances: readonly Held[], principals: readonly string[]): TargetVerdict | undefined {
  const byParty = stances.toSorted((a, b) => compare(a.party, b.party));
  const counted = byParty.filter((stance) => isCounted(stance, principals));
  if (!isTarget(counted)) return undefined;
  return {
    proposition,
    ...verdictOn(
      counted.map((stance) => ({ party: stance.party, weight: weightOfStance(stance), hasConditions: stance.current.hasConditions })),
      principals,
    ),
    for: counted.filter((stance) => weightOfStance(stance) >= 1).map(({ party }) => party),
    against: counted.filter((stance) => weightOfStance(stance) <= -1).map(({ party }) => party),
    claimed: byParty
      .filter(({ voice }) => !isFirstHand(voice))
      .map(({ party, current, modality }) => ({ party, report: current.id, modality })),
    contested: counted.some(({ contestedBy }) => contestedBy.length > 0),
    certainty: certainIfAll(counted),
    evidence: withoutRepeats(counted.map(({ current }) => current.id)),
    occurred: counted.map(({ current }) => current.occurred),
  };
}
