import type { Certainty } from '../../src/vocabulary/axes.js';
import type { Condition } from '../../src/vocabulary/events/position-stated.js';
import { whenOf } from './as-written.js';
import { type Direction, directionBetween, type Movement, movementBetween } from './movement.js';
import { withoutRepeats } from './order.js';
import type { StateAt } from './state-at.js';
import { byRankAndStrength, said, type Said, type Statement, statementsOf, type Target } from './statements.js';
import type { Uncertain } from './visible-reports.js';

/** What one party holds on one target, by its current statement. */
export interface Stance extends Omit<Said, 'report'> {
  readonly party: string;
  readonly target: Target;
  readonly rank: 0 | 1;
  readonly weight: number;
  readonly conditions: readonly Condition[];
  readonly certainty: Certainty;
  readonly uncertain: Uncertain;
  readonly since: string;
  readonly movement: Movement | null;
  readonly direction: Direction | null;
  readonly previous: Said | null;
  readonly contestedBy: readonly Said[];
  readonly lapsed: Said | null;
  readonly current: string;
  readonly evidence: readonly string[];
}

/** @returns null where no statement is a candidate. Design 4, "Stance" */
export function stanceOf(state: StateAt, party: string, target: Target): Stance | null {
  const statements = statementsOf(state, party, target).toSorted((a, b) => byRankAndStrength(b, a));
  const superseded = statements.filter((s) => !s.isExpired).map((s) => previousNamedBy(s, statements));
  const candidates = statements.filter((s) => !s.isExpired && !superseded.includes(s));
  const [current] = candidates;
  if (current === undefined) return null;
  const since = sinceOf(current, statements);
  const previous = previousNamedBy(current, statements) ?? previousDerived(current, candidates);
  const contesting = contestingOf(current, candidates);
  const lapsed = statements.find((s) => s.isExpired && byRankAndStrength(s, current) > 0);
  const { report, ...shown } = said(current);
  return {
    ...shown,
    party,
    target,
    rank: current.rank,
    weight: current.weight,
    conditions: current.conditions,
    certainty: current.report.certainty,
    uncertain: current.report.uncertain,
    since: whenOf(since.report),
    movement: previous ? movementBetween(previous.weight, current.weight) : null,
    direction: previous ? directionBetween(previous.weight, current.weight) : null,
    previous: previous ? said(previous) : null,
    contestedBy: contesting.map(said),
    lapsed: lapsed ? said(lapsed) : null,
    current: report,
    evidence: withoutRepeats([current, since, ...(previous ? [previous] : []), ...contesting].map((s) => s.report.id)),
  };
}

/** The statement that this one says it replaces, if that counts. */
export function previousNamedBy(statement: Statement, statements: readonly Statement[]): Statement | undefined {
  return statements.find(
    (other) =>
      other.report.id === statement.previous && other.report.firstPosition < statement.report.firstPosition && other.rank <= statement.rank,
  );
}

/** @param candidates the strongest first */
function previousDerived(current: Statement, candidates: readonly Statement[]): Statement | undefined {
  return candidates.find(
    (s) => s.rank === current.rank && s.weight !== current.weight && s.report.occurred.hi < current.report.occurred.lo,
  );
}

/** @param candidates the strongest first */
function contestingOf(current: Statement, candidates: readonly Statement[]): Statement[] {
  const strongestOfItsKind = (s: Statement) => candidates.find((other) => other.rank === s.rank && other.weight === s.weight) === s;
  return candidates
    .filter((s) => s.weight !== current.weight)
    .filter(strongestOfItsKind)
    .filter((s) => s.report.occurred.hi >= current.report.occurred.lo);
}

/** @param statements the strongest first */
export function sinceOf(current: Statement, statements: readonly Statement[]): Statement {
  let since = current;
  for (const statement of statements) {
    if (byRankAndStrength(statement, current) >= 0 || statement.isExpired || statement.rank !== current.rank) continue;
    if (statement.weight !== current.weight) break;
    since = statement;
  }
  return since;
}
