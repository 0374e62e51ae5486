import { compare } from '../../src/vocabulary/compare.js';
import { withoutRepeats } from './order.js';
import type { StateAt } from './state-at.js';

/** Without whom nothing is agreed on an issue: its own, else the negotiation's; empty: none are named. By id. */
export function principalsOf(state: StateAt, issue: string): readonly string[] {
  const own = state.issues.get(issue)?.principals ?? [];
  const principals = own.length > 0 ? own : (state.entry?.principals ?? []);
  return withoutRepeats(principals).toSorted(compare);
}
