import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { type EntryState, evolveRegistry } from './registry.js';
import { evolveSource } from './source-state.js';
import type { WriteModel } from './write-model.js';

/** An entry as its stream tells it. @returns undefined where there is none @throws StoreUnavailable */
export async function storedEntry(model: WriteModel, negotiation: string, kind: EntryKind, id: string): Promise<EntryState | undefined> {
  if (kind === 'source') return model.state(sourceStream(negotiation, id), evolveSource);
  return (await model.state(negotiationStream(negotiation), evolveRegistry))?.entry(kind, id);
}
