import type { Certainty } from '../vocabulary/axes.js';
import type { Day } from '../vocabulary/day.js';
import type { Condition } from '../vocabulary/events/position-stated.js';
import { weightOf } from '../vocabulary/modality.js';
import { candidatesOf, isExpired } from './candidates.js';
import { contestedBy } from './contested-by.js';
import { type Direction, direction } from './direction.js';
import { type Movement, movement } from './movement.js';
import { byStrength, greatest, withoutRepeats } from './order.js';
import { previousOf } from './previous.js';
import type { Axis, Sight, VisibleReport } from './scene.js';
import { type Said, said } from './said.js';
import { sinceStatement } from './since.js';
import { type Statement, statementsOf, type Target } from './statements.js';
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
  /** The report of its current statement. */
  readonly current: Pick<Sight, 'id' | 'occurred'>;
}

/** What the stance of one party on one target rests on: at least those visible statements that decide it. */
export interface Grounds {
  readonly statements: readonly Statement[];
  /** Those of them that are neither expired nor superseded. */
  readonly candidates: readonly Statement[];
}

/** All stances that a set of visible reports gives, in no order. Design 4, "Stance". */
export function stancesOf(reports: readonly VisibleReport[], asOf: Day): Stance[] {
  return stancesOn(groundsOf(reports.flatMap(statementsOf), asOf), asOf);
}

/** The stances that rest on some grounds, in no order. */
export function stancesOn(grounds: readonly Grounds[], asOf: Day): Stance[] {
  return grounds.map((one) => stanceOn(one, asOf)).filter((stance) => stance !== undefined);
}

/** Statements by party and target. */
export function groundsOf(statements: readonly Statement[], asOf: Day): Grounds[] {
  const groups = Map.groupBy(statements, ({ party, target }) => `${party} ${target.kind} ${target.id}`);
  return [...groups.values()].map((group) => ({ statements: group, candidates: candidatesOf(group, asOf) }));
}

/** The stance of a party on a target; undefined without a candidate. Design 4, "Stance". */
export function stanceOn({ statements, candidates }: Grounds, asOf: Day): Stance | undefined {
  const current = greatest(candidates, byStrength);
  if (current === undefined) return undefined;
  const { modality, voice, by, form, source } = said(current);
  const contesting = contestedBy(current, candidates);
  const previous = previousOf(current, statements, candidates);
  const since = sinceStatement(current, statements, asOf);
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
    lapsed: lapsed(current, statements, asOf),
    evidence: withoutRepeats([current, since, ...(previous ? [previous] : []), ...contesting].map(({ report }) => report.id)),
    current: { id: current.report.id, occurred: current.occurred },
  };
}

/** The strongest expired statement, if stronger than the current one; else null. Design 4, "lapsed". */
function lapsed(current: Statement, statements: readonly Statement[], asOf: Day): Said | null {
  const expired = greatest(
    statements.filter((statement) => isExpired(statement, asOf)),
    byStrength,
  );
  return expired !== undefined && byStrength(expired, current) > 0 ? said(expired) : null;
}

/** The weight of a stance. */
export function weightOfStance(stance: Stance): number {
  return weightOf(stance.modality);
}
