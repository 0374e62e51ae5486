import { isRegistryEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../../vocabulary/events/registry-events.js';
import type { SourceWithdrawn } from '../../vocabulary/events/report-corrections.js';
import type { LastEvent, RecordedAt } from './report-state.js';

/** An entry of the registry as it stands, and where its last event stands. */
export interface EntryState<K extends EntryKind = EntryKind> {
  readonly entry: Entries[K];
  readonly last: LastEvent;
}

/** A source with its withdrawal; they share a stream. */
export interface SourceState extends EntryState<'source'> {
  readonly withdrawal: SourceWithdrawn | null;
}

/** What a registry event leaves of an entry; undefined for another event. */
export function entryOf({ event, ...at }: RecordedAt): { key: string; state: EntryState } | undefined {
  if (!isRegistryEvent(event)) return undefined;
  const last: LastEvent = { revision: at.revision, position: at.position, recordedAt: at.metadata.recordedAt };
  return { key: entryKey(KIND_OF_REGISTRY_EVENT[event.type], event.id), state: { entry: event.entry, last } };
}

/** A source's state after one more event of its stream. */
export function evolveSource(state: SourceState | undefined, recorded: RecordedAt): SourceState | undefined {
  const entry = entryOf(recorded)?.state as EntryState<'source'> | undefined;
  if (entry) return { ...entry, withdrawal: state?.withdrawal ?? null };
  if (state === undefined || recorded.event.type !== 'SourceWithdrawn') return state;
  const { revision, position, metadata } = recorded;
  return { ...state, withdrawal: recorded.event, last: { revision, position, recordedAt: metadata.recordedAt } };
}

/** One key for a kind and an id. */
export function entryKey(kind: EntryKind, id: string): string {
  return `${kind} ${id}`;
}
