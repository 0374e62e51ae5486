import type { Revision } from '../../event-store/event-store.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { EntryState, SourceState } from './entry-state.js';
import type { ReportState } from './report-state.js';

/** What stands in the log at this moment, as commands need to know it. */
export interface WriteModel {
  /** Whether an id is known to exist, without reading: what exists once exists for ever. False says nothing. */
  isKnown(negotiation: string, kind: EntryKind | 'report', id: string): boolean;
  entry<K extends EntryKind>(negotiation: string, kind: K, id: string): Promise<EntryState<K> | undefined>;
  source(negotiation: string, id: string): Promise<SourceState | undefined>;
  report(negotiation: string, id: string): Promise<ReportState | undefined>;
  /** Of the stream that holds the registry, its sources left out. */
  registryRevision(negotiation: string): Promise<Revision | 'no-stream'>;
  /** Whether a report uses a proposition. */
  isUsed(negotiation: string, proposition: string): Promise<boolean>;
}
