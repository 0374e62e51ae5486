import type { Recorded } from '../../vocabulary/events/log-event.js';
import { STILL } from '../columns.js';
import { insert, type RowChange, update } from '../row-change.js';

/** Table `link`: which reports were linked from which position to which. */
export function projectLinks({ event, position }: Recorded): RowChange[] {
  if (event.type !== 'ReportsLinked' && event.type !== 'ReportsUnlinked') return [];
  const key = { negotiation: event.negotiation, report: event.id, kind: event.kind, target: event.to };
  return event.type === 'ReportsLinked'
    ? [insert('link', { ...key, r_from: position, r_to: STILL })]
    : [update('link', { r_to: position }, { ...key, r_to: STILL })];
}
