import type { Entries, EntryKind } from '../../src/vocabulary/events/registry-entries.js';
import { isRegistryEvent, type Recorded } from '../../src/vocabulary/events/log-event.js';
import { KIND_OF_REGISTRY_EVENT } from '../../src/vocabulary/events/registry-events.js';
import type { Position } from '../../src/vocabulary/position.js';

/** An entry as it was recorded at a position. */
export interface EntryVersion<E> {
  readonly position: Position;
  readonly entry: E;
}

/** All that was recorded of the entries of one kind up to a position, by id, the oldest first. */
export function versionsBy<K extends EntryKind>(
  log: readonly Recorded[],
  negotiation: string,
  kind: K,
  position: Position,
): ReadonlyMap<string, readonly EntryVersion<Entries[K]>[]> {
  const versions = new Map<string, EntryVersion<Entries[K]>[]>();
  for (const recorded of log) {
    const { event } = recorded;
    if (recorded.position > position || event.negotiation !== negotiation) continue;
    if (!isRegistryEvent(event) || KIND_OF_REGISTRY_EVENT[event.type] !== kind) continue;
    const version = { position: recorded.position, entry: event.entry as Entries[K] };
    versions.set(event.id, [...(versions.get(event.id) ?? []), version]);
  }
  return versions;
}

/** The entries of one kind as they were at a position, by id. Design 4, "Recorded". */
export function entriesAt<K extends EntryKind>(
  log: readonly Recorded[],
  negotiation: string,
  kind: K,
  position: Position,
): ReadonlyMap<string, Entries[K]> {
  const latest = new Map<string, Entries[K]>();
  for (const [id, versions] of versionsBy(log, negotiation, kind, position)) {
    for (const { entry } of versions) latest.set(id, entry);
  }
  return latest;
}

/** The entry of an id that a stored event refers to. @throws Error where the log is not valid */
export function known<E>(entries: ReadonlyMap<string, E>, id: string): E {
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`the log refers to "${id}" before it is defined`);
  return entry;
}
