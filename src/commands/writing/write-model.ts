import type { StreamName } from '../../event-store/event-store.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Evolve, State } from './state.js';

/** What stands in the log at this moment, as commands need to know it. */
export interface WriteModel {
  /** Whether an id is known to exist, without reading: what exists once exists for ever. False says nothing. */
  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean;
  /** What the events of a stream leave; undefined where it has none. @throws StoreUnavailable, UnreadableEvent */
  state<S extends State>(stream: StreamName, evolve: Evolve<S>): Promise<S | undefined>;
  /** Whether a report uses a proposition. @throws StoreUnavailable */
  isUsed(negotiation: string, proposition: string): Promise<boolean>;
}
