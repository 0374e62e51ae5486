import type { SourceRemoval } from '../../vocabulary/events/report-corrections.js';
import { sourceStream } from '../../event-store/stream-names.js';
import type { EntryState } from './registry.js';
import { type Evolve, lastEvent, type RecordedAt, type State, type StreamAsked } from './state.js';
import type { WriteModel } from './write-model.js';

/** A source with what removed it; they share a stream. */
export interface SourceState extends EntryState<'source'> {
  /** Withdrawals and readmissions, oldest first. */
  readonly removals: readonly SourceRemoval[];
}

/** A source's state after one more event of its stream. */
export function evolveSource(state: SourceState | undefined, recorded: RecordedAt): SourceState | undefined {
  const { event } = recorded;
  const last = lastEvent(recorded);
  if (event.type === 'SourceDefined' || event.type === 'SourceChanged') {
    return { entry: event.entry, removals: state?.removals ?? [], last };
  }
  if (state === undefined) return undefined;
  return event.type === 'SourceWithdrawn' || event.type === 'SourceReadmitted'
    ? { ...state, removals: [...state.removals, event], last }
    : { ...state, last };
}

/** The stream of a source, to be read ahead. */
export function sourceAsked(negotiation: string, source: string): StreamAsked {
  return { stream: sourceStream(negotiation, source), evolve: evolveSource as Evolve<State> };
}

/** @returns undefined where there is no such source @throws StoreUnavailable */
export async function sourceIn(model: WriteModel, negotiation: string, source: string): Promise<SourceState | undefined> {
  return model.state(sourceStream(negotiation, source), evolveSource);
}
