import type { Day } from '../vocabulary/day.js';
import { isExpired, superseding } from './candidates.js';
import type { Grounds } from './grounds.js';
import { byStrength, greatest } from './order.js';
import type { Deciding } from './stance.js';
import type { Statement } from './statements.js';

export const COUNTS = [
  /** It is what the stance says. */
  'current',
  'contests',
  'previous',
  /** From it on the stance is held. */
  'since',
  /** It has the weight of the current one, and stands below it. */
  'agrees',
  /** Expired, and stronger than the current one. */
  'lapsed',
  'expired',
  'superseded',
  /** A candidate of a lower rank than the current one's: hearsay below the party's own words. */
  'outranked',
  /** A candidate of the current one's rank and another weight that stands below it. */
  'overtaken',
] as const;
export type Counts = (typeof COUNTS)[number];

/** How a statement counts, and the statement by which it does not more; null for the current one, and where only a day passed. */
export interface HowItCounts {
  readonly counts: Counts;
  readonly decidedBy: Statement | null;
}

/**
 * How one statement counts among all that were made by a party on a target. What a stance shows comes first, then why the rest is
 * not shown. Design 4, "Stance".
 * @param deciding of the same grounds; undefined where there is no stance: then all are expired
 */
export function howItCounts(statement: Statement, deciding: Deciding | undefined, grounds: Grounds, asOf: Day): HowItCounts {
  if (deciding === undefined) return { counts: 'expired', decidedBy: null };
  const { current, contesting, previous, since, lapsed } = deciding;
  const by = (counts: Counts): HowItCounts => ({ counts, decidedBy: current });
  if (isSame(statement, current)) return { counts: 'current', decidedBy: null };
  if (contesting.some((one) => isSame(one, statement))) return by('contests');
  if (previous !== undefined && isSame(previous, statement)) return by('previous');
  if (isSame(since, statement)) return by('since');
  if (lapsed !== undefined && isSame(lapsed, statement)) return { counts: 'lapsed', decidedBy: null };
  if (isExpired(statement, asOf)) return { counts: 'expired', decidedBy: null };
  const replacement = greatest(superseding(statement, grounds, asOf), byStrength);
  if (replacement !== undefined) return { counts: 'superseded', decidedBy: replacement };
  if (statement.weight === current.weight) return by('agrees');
  return by(statement.rank < current.rank ? 'outranked' : 'overtaken');
}

function isSame(a: Statement, b: Statement): boolean {
  return a.report.id === b.report.id;
}
