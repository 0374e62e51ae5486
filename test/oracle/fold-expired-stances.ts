import type { At } from '../../src/vocabulary/axes.js';
import { formatDay } from '../../src/vocabulary/day.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type TargetItem, targetItem, partiesTold, targetsStatedOn } from './fold-stances.js';
import { stanceOf } from './stance.js';
import { stateAt } from './state-at.js';
import { byRankAndStrength, said, type Said, type Statement, statementsOf } from './statements.js';

/** What a party once held on something on which it has no stance any more. */
export interface ExpiredStanceItem {
  readonly party: string;
  readonly target: TargetItem;
  readonly expired: Said;
  readonly until: string;
  readonly evidence: readonly string[];
}

/** Of each party on each target without a stance the strongest statement that was made; sorted by target id, kind of target, party. */
export function foldExpiredStances(log: readonly Recorded[], negotiation: string, at: At): ExpiredStanceItem[] {
  const state = stateAt(log, negotiation, at);
  return targetsStatedOn(state).flatMap((target) =>
    partiesTold(state).flatMap((party) => {
      const [strongest] = statementsOf(state, party, target).toSorted((a, b) => byRankAndStrength(b, a));
      if (strongest === undefined || stanceOf(state, party, target) !== null) return [];
      const expired = said(strongest);
      return [{ party, target: targetItem(state, target), expired, until: lastDayOf(strongest), evidence: [expired.report] }];
    }),
  );
}

function lastDayOf({ report: { content } }: Statement): string {
  const until = content.type === 'PositionStated' ? content.data.until : null;
  if (until === null) throw new Error(`${content.id} has no end`);
  return formatDay(windowOf(until.edtf).hi);
}
