import { isRegistryEvent, isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import type { Lookups } from '../lookups.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `later_revision`: the revision that a report had at each position behind its first, which is revision 0. */
export function projectRevisions({ event, position, revision }: Recorded, lookups: Lookups): RowChange[] {
  if (isRegistryEvent(event) || isReport(event) || event.type === 'SourceWithdrawn' || event.type === 'SourceReadmitted') return [];
  const report = lookups.reportNumber(event.negotiation, event.id);
  return report === undefined ? [] : [insert('later_revision', { report, position, revision })];
}
