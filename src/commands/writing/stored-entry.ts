import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { KnownIds } from './known-ids.js';
import { type EntryState, evolveRegistry } from './registry.js';
import { evolveSource } from './source-state.js';
import type { WriteModel } from './write-model.js';

/** An entry as its stream tells it. @throws Refusal `not-found`, with near ids; StoreUnavailable */
export async function requireEntry(
  model: WriteModel,
  known: KnownIds,
  negotiation: string,
  kind: EntryKind,
  id: string,
): Promise<EntryState> {
  const state = await storedEntry(model, negotiation, kind, id);
  if (state !== undefined) return state;
  const subjects = [
    { kind: 'negotiation', id: negotiation },
    { kind, id },
  ] as const;
  await known.requireSubjects(negotiation, subjects, model);
  throw new Error(`the ${kind} ${id} was not there a moment ago`);
}

async function storedEntry(model: WriteModel, negotiation: string, kind: EntryKind, id: string): Promise<EntryState | undefined> {
  if (kind === 'source') return model.state(sourceStream(negotiation, id), evolveSource);
  return (await model.state(negotiationStream(negotiation), evolveRegistry))?.entry(kind, id);
}
