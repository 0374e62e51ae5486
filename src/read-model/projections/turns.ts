import { withoutRepeats } from '../../rules/order.js';
import { elapse, expiry } from '../../rules/replay/turns.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { isOpenEnd, toColumn } from '../columns.js';
import type { InForceRow } from '../in-force-row.js';

/**
 * Table `turn`: the days on which a report may matter by one row of `in_force`, whichever axis differences and whatever R is. A day too
 * many does no harm: who looks at a report then finds it unchanged.
 */
export function daysThatMatter(row: InForceRow, content: ReportContent): number[] {
  return withoutRepeats([...daysOfRow(row), ...daysOfContent(content)]);
}

/** Where a version becomes visible or certain, and where it comes into force and out of it. */
function daysOfRow({ p_lo, p_hi, o_lo, o_hi, k_from, k_to }: InForceRow): number[] {
  const starts = isOpenEnd(k_from) ? [] : [k_from];
  const ends = isOpenEnd(k_to) ? [] : [k_to + 1];
  return [p_lo, p_hi, o_lo, o_hi, ...starts, ...ends];
}

/** Where a statement expires, and where the date of a meeting has passed. */
function daysOfContent(content: ReportContent): number[] {
  return [expiry(content), elapse(content)].filter(Number.isFinite).map(toColumn);
}
