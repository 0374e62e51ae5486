import type { Certainty } from '../vocabulary/axes.js';
import type { Day } from '../vocabulary/day.js';
import type { Condition } from '../vocabulary/events/position-stated.js';
import { weightOf } from '../vocabulary/modality.js';
import { strongestCandidates } from './candidates.js';
import { contestedBy } from './contested-by.js';
import { type Direction, direction } from './direction.js';
import type { Grounds } from './grounds.js';
import { lapsedOver } from './lapsed.js';
import { type Movement, movement } from './movement.js';
import { byStrength, greatest, withoutRepeats } from './order.js';
import { previousOf } from './previous.js';
import type { Axis, Visible } from './scene.js';
import { type Said, said } from './said.js';
import { sinceStatement } from './since.js';
import type { Statement, Target } from './statements.js';
import { voiceOf } from './voice.js';
import { whenTold } from './when.js';

/** What one party holds on one target, with the reports that it rests on. */
export interface Stance extends Omit<Said, 'report'> {
  readonly party: string;
  readonly target: Target;
  readonly conditions: readonly Condition[];
  readonly certainty: Certainty;
  readonly uncertain: readonly Axis[];
  readonly since: string;
  readonly movement: Movement | null;
  readonly direction: Direction | null;
  readonly previous: Said | null;
  readonly contestedBy: readonly Said[];
  readonly lapsed: Said | null;
  readonly evidence: readonly string[];
  /** Its current statement, as far as convergence asks of it. */
  readonly current: Pick<Visible, 'id' | 'occurred'> & Pick<Statement, 'hasConditions'>;
}

/** The stances that rest on some grounds, in no order. */
export function stancesOn(grounds: readonly Grounds[], asOf: Day): Stance[] {
  return grounds.map((one) => stanceOn(one, asOf)).filter((stance) => stance !== undefined);
}

/** What convergence asks of a stance. */
export interface Held extends Pick<Stance, 'party' | 'target' | 'modality' | 'voice' | 'certainty' | 'current'> {
  /** It is enough how many there are. */
  readonly contestedBy: readonly unknown[];
}

/** What parties hold by some grounds, in no order. */
export function heldOn(grounds: readonly Grounds[], asOf: Day): Held[] {
  return grounds.flatMap((one) => {
    const strongest = strongestOn(one, asOf);
    return strongest === undefined ? [] : [held(strongest)];
  });
}

function held({ current, contesting }: Strongest): Held {
  const { party, target, modality, rank, by, report, occurred, hasConditions } = current;
  return {
    party,
    target,
    modality,
    voice: voiceOf(rank, by.length > 0),
    certainty: report.certainty,
    contestedBy: contesting,
    current: { id: report.id, occurred, hasConditions },
  };
}

/** The current statement of a party on a target where it is of rank 1: all that convergence counts. Design 4, "Convergence". */
export function firstHandOn(grounds: Grounds, asOf: Day): Statement | undefined {
  const strands = grounds.strands.filter(({ rank }) => rank === 1);
  // The order begins with the rank: where a candidate is of this one, none of the others is current.
  return greatest(strongestCandidates(grounds, asOf, strands), byStrength);
}

/** What a party holds, and what contests it. */
interface Strongest {
  readonly current: Statement;
  readonly contesting: readonly Statement[];
}

function strongestOn(grounds: Grounds, asOf: Day): Strongest | undefined {
  const strongest = strongestCandidates(grounds, asOf);
  const current = greatest(strongest, byStrength);
  return current && { current, contesting: contestedBy(current, strongest) };
}

/** The statements that make a stance. */
export interface Deciding extends Strongest {
  readonly previous: Statement | undefined;
  readonly lapsed: Statement | undefined;
  /** The one from which it is held. */
  readonly since: Statement;
}

/** What decides the stance of a party on a target; undefined without a candidate. Design 4, "Stance". */
export function decidingOn(grounds: Grounds, asOf: Day): Deciding | undefined {
  const strongest = strongestOn(grounds, asOf);
  if (strongest === undefined) return undefined;
  const { current, contesting } = strongest;
  return {
    current,
    contesting,
    previous: previousOf(current, grounds, asOf),
    lapsed: lapsedOver(current, grounds, asOf),
    since: sinceStatement(current, grounds, asOf),
  };
}

/** The stance of a party on a target; undefined without a candidate. Design 4, "Stance". */
export function stanceOn(grounds: Grounds, asOf: Day): Stance | undefined {
  const deciding = decidingOn(grounds, asOf);
  if (deciding === undefined) return undefined;
  const { current, contesting, previous, lapsed, since } = deciding;
  const { modality, voice, by, form, source } = said(current);
  return {
    party: current.party,
    target: current.target,
    modality,
    conditions: current.conditions,
    voice,
    by,
    form,
    source,
    certainty: current.report.certainty,
    uncertain: current.report.uncertain,
    since: whenTold(since.report),
    movement: movement(previous?.weight, current.weight),
    direction: direction(previous?.weight, current.weight),
    previous: previous ? said(previous) : null,
    contestedBy: contesting.map(said),
    lapsed: lapsed ? said(lapsed) : null,
    evidence: withoutRepeats([current, since, ...(previous ? [previous] : []), ...contesting].map(({ report }) => report.id)),
    current: { id: current.report.id, occurred: current.occurred, hasConditions: current.hasConditions },
  };
}

/** The weight of a stance. */
export function weightOfStance(stance: Held): number {
  return weightOf(stance.modality);
}
