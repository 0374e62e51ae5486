import { withoutRepeats } from '../../rules/order.js';
import { elapse, expiry } from '../../rules/replay/turns.js';
import { isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { isOpenEnd, toColumn } from '../columns.js';
import type { InForceRow } from '../in-force-row.js';
import type { Lookups } from '../lookups.js';
import { insertOnce, type RowChange } from '../row-change.js';

/**
 * Table `turn`: the days on which a report may matter, whichever axis moves and whatever R is. A day too many does no harm: who
 * looks at a report then finds it unchanged.
 */
export function projectTurns({ event }: Recorded, lookups: Lookups): RowChange[] {
  const { negotiation, id } = event;
  const turns = (report: string, content: ReportContent | null = null): RowChange[] => {
    const days = [...lookups.openRows(negotiation, report).flatMap(daysOfRow), ...daysOfContent(content)];
    return withoutRepeats(days).map((day) => insertOnce('turn', { negotiation, day, report }));
  };
  if (isReport(event)) return turns(id, event);
  switch (event.type) {
    case 'ReportCorrected':
      return turns(id, event.report);
    case 'ReportRetracted':
      return turns(id);
    case 'SourceChanged':
    case 'SourceWithdrawn':
      return lookups.reportsNaming(negotiation, id).flatMap((report) => turns(report));
    default:
      return [];
  }
}

/** Where a version becomes visible or certain, and where it comes into force and out of it. */
function daysOfRow({ p_lo, p_hi, o_lo, o_hi, k_from, k_to }: InForceRow): number[] {
  const starts = k_from < 0 && isOpenEnd(k_from) ? [] : [k_from];
  const ends = isOpenEnd(k_to) ? [] : [k_to + 1];
  return [p_lo, p_hi, o_lo, o_hi, ...starts, ...ends];
}

/** Where a statement expires, and where the date of a meeting has passed. */
function daysOfContent(content: ReportContent | null): number[] {
  if (content === null) return [];
  return [expiry(content), elapse(content)].filter(Number.isFinite).map(toColumn);
}
