import { isRegistryEvent, type Recorded } from '../../vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `entry`: every version of every entry of the registry. */
export function projectEntries({ event, position, metadata }: Recorded): RowChange[] {
  if (!isRegistryEvent(event)) return [];
  return [
    insert('entry', {
      negotiation: event.negotiation,
      kind: KIND_OF_REGISTRY_EVENT[event.type],
      id: event.id,
      position,
      recorded_at: metadata.recordedAt,
      posted_by: metadata.postedBy,
      body: JSON.stringify(event.entry),
    }),
  ];
}
