import type { Entries, EntryKind } from '../../src/vocabulary/events/registry-entries.js';
import { isRegistryEvent, type Recorded } from '../../src/vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../src/vocabulary/events/registry-events.js';
import type { Position } from '../../src/vocabulary/position.js';

/** The entries of one kind as they were at a position, by id. Design 4, "Recorded". */
export function entriesAt<K extends EntryKind>(
  log: readonly Recorded[],
  negotiation: string,
  kind: K,
  position: Position,
): ReadonlyMap<string, Entries[K]> {
  const entries = new Map<string, Entries[K]>();
  for (const recorded of log) {
    const { event } = recorded;
    if (recorded.position > position || event.negotiation !== negotiation) continue;
    if (isRegistryEvent(event) && KIND_OF_REGISTRY_EVENT[event.type] === kind) entries.set(event.id, event.entry as Entries[K]);
  }
  return entries;
}

/** The entry of an id that a stored event refers to. @throws Error where the log is not valid */
export function known<E>(entries: ReadonlyMap<string, E>, id: string): E {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`the log refers to "${id}" before it is defined`);
  return entry;
}
