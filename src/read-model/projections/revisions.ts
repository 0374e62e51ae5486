import { isRegistryEvent, type Recorded } from '../../vocabulary/events/log-event.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `stream_revision`: the revision that a report had at each position. */
export function projectRevisions({ event, position, revision }: Recorded): RowChange[] {
  if (isRegistryEvent(event) || event.type === 'SourceWithdrawn') return [];
  return [insert('stream_revision', { negotiation: event.negotiation, report: event.id, position, revision })];
}
