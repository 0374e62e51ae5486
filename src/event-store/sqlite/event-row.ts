import type { EventMetadata } from '../../vocabulary/events/log-event.js';
import type { RecordedEvent } from '../event-store.js';
import { jsonOrText } from '../json-or-text.js';

/** A row of the table `event`. */
export interface EventRow {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: string;
}

/** The event that a row holds. */
export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: BigInt(row.position),
    type: row.type,
    data: jsonOrText(row.data),
    metadata: metadataOf(row),
  };
}

/** Of what cannot be read, what the row says beside it; no form of an event has the version 0. */
function metadataOf({ metadata, recorded_at: recordedAt }: EventRow): EventMetadata {
  const known = jsonOrText(metadata);
  if (typeof known === 'object' && known !== null) return known as unknown as EventMetadata;
  return { recordedAt, postedBy: '', correlationId: '', causationId: '', version: 0 };
}
