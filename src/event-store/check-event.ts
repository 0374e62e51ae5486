import { MAX_APPEND_BYTES, type NewEvent, UnstorableEvent } from './event-store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An event that a store can keep. */
export interface CheckedEvent {
  readonly event: NewEvent;
  /** Its data as JSON: it is large, and written once. */
  readonly data: string;
}

/** What was checked already, as long as somebody has it: an import checks what it decides before the store does. */
const known = new WeakMap<readonly NewEvent[], CheckedEvent[]>();

/**
 * Refuses what a store cannot keep, before it is sent: an EventStoreDB server answers an empty type or a non-UUID id
 * in a way that hangs its client.
 * @throws UnstorableEvent
 */
export function checkEvents(events: readonly NewEvent[]): CheckedEvent[] {
  const before = known.get(events);
  if (before !== undefined) return before;
  const checked = checkedAnew(events);
  known.set(events, checked);
  return checked;
}

function checkedAnew(events: readonly NewEvent[]): CheckedEvent[] {
  if (events.length === 0) throw new UnstorableEvent('an append holds no event');
  const ids = new Set<string>();
  let bytes = 0;
  const checked = events.map((event) => {
    if (event.type === '') throw new UnstorableEvent('an event has no type');
    if (!UUID.test(event.id)) throw new UnstorableEvent(`the event id "${event.id}" is not a UUID`);
    if (ids.has(event.id)) throw new UnstorableEvent(`the event id ${event.id} stands twice in an append`);
    ids.add(event.id);
    const data = JSON.stringify(event.data);
    bytes += Buffer.byteLength(data) + Buffer.byteLength(JSON.stringify(event.metadata));
    return { event, data };
  });
  if (bytes > MAX_APPEND_BYTES) {
    throw new UnstorableEvent(`an append of ${String(bytes)} bytes is over the limit of ${String(MAX_APPEND_BYTES)}`);
  }
  return checked;
}
