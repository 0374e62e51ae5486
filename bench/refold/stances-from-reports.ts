import { type Grounds, groundsFrom } from '../../src/rules/grounds.js';
import type { VisibleReport } from '../../src/rules/scene.js';
import { type Stance, stancesOn } from '../../src/rules/stance.js';
import { type Statement, statementsOf } from '../../src/rules/statements.js';
import type { Day } from '../../src/vocabulary/day.js';

/** All stances that a set of visible reports gives, in no order. Design 4, "Stance". */
export function stancesOf(reports: readonly VisibleReport[], asOf: Day): Stance[] {
  return stancesOn(groundsOf(reports.flatMap(statementsOf)), asOf);
}

/** Statements by party and target. */
export function groundsOf(statements: readonly Statement[]): Grounds[] {
  return [...Map.groupBy(statements, ({ party, target }) => `${party} ${target.kind} ${target.id}`).values()].map(groundsFrom);
}
