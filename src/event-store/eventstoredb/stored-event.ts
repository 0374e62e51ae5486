import type { ResolvedEvent } from '@eventstore/db-client';
import type { EventMetadata } from '../../vocabulary/events/log-event.js';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import type { CheckedEvent } from '../check-event.js';
import type { Json, RecordedEvent } from '../event-store.js';
import { isOfUs } from './own-event.js';

type StoredRecord = NonNullable<ResolvedEvent['event']>;

/** EventStoreDB's tools follow these two; ours stand beside them under their own names. */
interface ServerMetadata extends EventMetadata {
  readonly $correlationId: string;
  readonly $causationId: string;
}

/** An event as it is sent to the server: its data and metadata as JSON. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** What is sent to the server. */
export function toStoredEvent({ event, data }: CheckedEvent, metadata: EventMetadata): StoredEvent {
  const { correlationId, causationId } = metadata;
  const stored = { ...metadata, $correlationId: correlationId, $causationId: causationId } satisfies ServerMetadata;
  return { id: event.id, type: event.type, data, metadata: JSON.stringify(stored) };
}

/**
 * What came from the server. Data that is no JSON comes as a text, metadata that is not ours with `version` 0: whoever
 * knows the types of the events refuses them.
 */
export function toRecordedEvent({ event, commitPosition }: ResolvedEvent & { event: StoredRecord }): RecordedEvent {
  return {
    id: event.id,
    stream: event.streamId,
    revision: event.revision,
    position: event.position?.commit ?? commitPosition ?? BEFORE_ALL,
    type: event.type,
    data: event.data instanceof Uint8Array ? Buffer.from(event.data).toString('utf8') : (event.data as Json),
    metadata: toMetadata(event.metadata, () => event.created),
    ...(!isOfUs(event) && { isForeign: true }),
  };
}

/** False for what a link pointed to before it was deleted. */
export function hasEvent<E extends ResolvedEvent>(resolved: E): resolved is E & { event: NonNullable<E['event']> } {
  return resolved.event !== undefined;
}

/** Metadata as they are stored, perhaps by others. @param created when the server took the event */
export function toMetadata(metadata: unknown, created: () => Date): EventMetadata {
  const stored = isObject(metadata) ? metadata : {};
  const { $correlationId, $causationId, ...own } = stored;
  return {
    ...own,
    recordedAt: stored.recordedAt ?? created().toISOString(),
    postedBy: stored.postedBy ?? '',
    correlationId: stored.correlationId ?? $correlationId ?? '',
    causationId: stored.causationId ?? $causationId ?? '',
    version: stored.version ?? 0,
  };
}

function isObject(metadata: unknown): metadata is Partial<ServerMetadata> {
  return typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata) && !(metadata instanceof Uint8Array);
}
