import type { Day } from '../vocabulary/day.js';
import type { Grounds, Strand } from './grounds.js';
import type { Placed } from './order.js';
import type { Statement } from './statements.js';

/** A statement with `until.hi < D` is expired. Design 4, "Stance". */
export function isExpired(statement: Pick<Statement, 'until'>, asOf: Day): boolean {
  return statement.until < asOf;
}

/**
 * The statement that another one names as its previous, if that counts: a statement of the same party on the same target,
 * first recorded earlier, of no higher rank. Design 4, "Stance".
 */
export function namedPrevious(statement: Statement, grounds: Pick<Grounds, 'namedBy'>): Statement | undefined {
  const named = grounds.namedBy(statement);
  return named !== undefined && countsAsPrevious(named, statement) ? named : undefined;
}

function countsAsPrevious(named: Statement, statement: Statement): boolean {
  return named.firstPosition < statement.firstPosition && named.rank <= statement.rank;
}

/** An unexpired statement supersedes the one that it names, if that counts. Design 4, "Stance". */
function isSuperseded(statement: Statement, grounds: Pick<Grounds, 'naming'>, asOf: Day): boolean {
  for (const other of grounds.naming(statement)) if (supersedes(other, statement, asOf)) return true;
  return false;
}

/** Those that supersede a statement. */
export function superseding(statement: Statement, grounds: Pick<Grounds, 'naming'>, asOf: Day): Statement[] {
  return [...grounds.naming(statement)].filter((other) => supersedes(other, statement, asOf));
}

function supersedes(other: Statement, named: Statement, asOf: Day): boolean {
  return !isExpired(other, asOf) && countsAsPrevious(named, other);
}

/** A candidate is neither expired nor superseded. Design 4, "Stance". */
export function isCandidate(statement: Statement, grounds: Pick<Grounds, 'naming'>, asOf: Day): boolean {
  return !isExpired(statement, asOf) && !isSuperseded(statement, grounds, asOf);
}

/** The strongest candidate of one rank and weight; undefined without one. @param below only those that are weaker than this */
function strongestCandidate(strand: Strand, grounds: Grounds, asOf: Day, below?: Placed): Statement | undefined {
  return strand.strongest((statement) => isCandidate(statement, grounds, asOf), below);
}

/** The strongest candidate of each rank and weight, in no order. @param strands those of the grounds that are asked of */
export function strongestCandidates(grounds: Grounds, asOf: Day, strands = grounds.strands): Statement[] {
  return strands.map((strand) => strongestCandidate(strand, grounds, asOf)).filter((statement) => statement !== undefined);
}
