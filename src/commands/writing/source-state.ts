import type { SourceWithdrawn } from '../../vocabulary/events/report-corrections.js';
import type { EntryState } from './registry.js';
import { lastEvent, type RecordedAt } from './state.js';

/** A source with its withdrawal; they share a stream. */
export interface SourceState extends EntryState<'source'> {
  readonly withdrawal: SourceWithdrawn | null;
}

/** A source's state after one more event of its stream. */
export function evolveSource(state: SourceState | undefined, recorded: RecordedAt): SourceState | undefined {
  const { event } = recorded;
  const last = lastEvent(recorded);
  if (event.type === 'SourceDefined' || event.type === 'SourceChanged') {
    return { entry: event.entry, withdrawal: state?.withdrawal ?? null, last };
  }
  if (state === undefined) return undefined;
  return event.type === 'SourceWithdrawn' ? { ...state, withdrawal: event, last } : { ...state, last };
}
