import type { Day } from '../vocabulary/day.js';
import type { Statement } from './statements.js';

/** A statement with `until.hi < D` is expired. Design 4, "Stance". */
export function isExpired(statement: Statement, asOf: Day): boolean {
  return statement.until < asOf;
}

/**
 * The statement that another one names as its previous, if that counts: a statement of the same party on the same target,
 * first recorded earlier, of no higher rank. Design 4, "Stance".
 * @param statements those of one party on one target
 */
export function namedPrevious(statement: Statement, statements: readonly Statement[]): Statement | undefined {
  if (statement.names === null) return undefined;
  return statements.find(
    (other) => other.report.id === statement.names && other.firstPosition < statement.firstPosition && other.rank <= statement.rank,
  );
}

/** The statements neither expired nor superseded: an unexpired statement supersedes the one it names. Design 4, "Stance". */
export function candidatesOf(statements: readonly Statement[], asOf: Day): Statement[] {
  const unexpired = statements.filter((statement) => !isExpired(statement, asOf));
  const superseded = new Set(unexpired.map((statement) => namedPrevious(statement, statements)));
  return unexpired.filter((statement) => !superseded.has(statement));
}
