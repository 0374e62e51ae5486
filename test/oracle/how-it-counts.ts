import type { Condition } from '../../src/vocabulary/events/position-stated.js';
import { previousNamedBy, sinceOf, stanceOf } from './stance.js';
import type { StateAt } from './state-at.js';
import { byRankAndStrength, said, type Said, type Statement, statementsOf } from './statements.js';
import type { VisibleReport } from './visible-reports.js';

/** How one statement counts for the stance of its party. */
export interface StatementItem extends Omit<Said, 'report'> {
  readonly party: string;
  readonly proposition: string;
  readonly weight: number;
  readonly conditions: readonly Condition[];
  readonly counts: string;
  readonly decidedBy: string | null;
}

/** What a report says of a party on a proposition, and how that counts. */
export function statementItem(state: StateAt, report: VisibleReport, party: string, proposition: string): StatementItem {
  const statements = statementsOf(state, party, { kind: 'proposition', id: proposition }).toSorted((a, b) => byRankAndStrength(b, a));
  const statement = statements.find((one) => one.report.id === report.id);
  if (statement === undefined) throw new Error(`${report.id} says nothing of ${party} on ${proposition}`);
  const { report: _, ...shown } = said(statement);
  const conditions = statement.conditions.map(({ text, proposition: on }) => ({ text, proposition: on }));
  return {
    party,
    proposition,
    ...shown,
    weight: statement.weight,
    conditions,
    ...howItCounts(state, statement, statements, party, proposition),
  };
}

/** @param statements all of the party on the proposition, the strongest first */
function howItCounts(state: StateAt, statement: Statement, statements: readonly Statement[], party: string, proposition: string) {
  const stance = stanceOf(state, party, { kind: 'proposition', id: proposition });
  const current = statements.find((one) => one.report.id === stance?.current);
  if (stance === null || current === undefined) return { counts: 'expired', decidedBy: null };
  const { id } = statement.report;
  const decided = (counts: string) => ({ counts, decidedBy: stance.current });
  if (id === stance.current) return { counts: 'current', decidedBy: null };
  if (stance.contestedBy.some(({ report }) => report === id)) return decided('contests');
  if (stance.previous?.report === id) return decided('previous');
  if (sinceOf(current, statements) === statement) return decided('since');
  if (stance.lapsed?.report === id) return { counts: 'lapsed', decidedBy: null };
  if (statement.isExpired) return { counts: 'expired', decidedBy: null };
  const replacing = statements.find((other) => !other.isExpired && previousNamedBy(other, statements) === statement);
  if (replacing !== undefined) return { counts: 'superseded', decidedBy: replacing.report.id };
  if (statement.weight === current.weight) return decided('agrees');
  return decided(statement.rank < current.rank ? 'outranked' : 'overtaken');
}
