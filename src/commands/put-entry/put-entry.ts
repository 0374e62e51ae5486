import type { Revision } from '../../event-store/event-store.js';
import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { registryEvent } from '../../vocabulary/events/registry-events.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Decider, Loaded, Request } from '../writing/decider.js';
import type { EntryState } from '../writing/entry-state.js';
import { checkPrecondition, NO_PRECONDITION, type Precondition } from '../writing/precondition.js';
import { type Reference, reference, references } from '../writing/reference.js';
import type { WriteModel } from '../writing/write-model.js';

export interface PutEntryRequest<K extends EntryKind = EntryKind> extends Request {
  readonly kind: K;
  readonly id: string;
  readonly entry: Entries[K];
  readonly precondition: Precondition;
}

export interface PutEntryState {
  readonly current: EntryState | undefined;
  /** Parties and persons share one id space: whether the other kind has the id. */
  readonly isTaken: boolean;
  /** Whether a report uses the proposition. */
  readonly isUsed: boolean;
  /** The issues above the new parent, the parent itself first. */
  readonly ancestors: readonly string[];
}

const NEW_SOURCE: PutEntryState = { current: undefined, isTaken: false, isUsed: false, ancestors: [] };

/** Defines an entry of the registry, or replaces the whole of it. */
export const putEntry: Decider<PutEntryRequest, PutEntryState> = {
  stream: ({ negotiation, kind, id }) => (kind === 'source' ? sourceStream(negotiation, id) : negotiationStream(negotiation)),
  subjects: ({ negotiation, kind }) => (kind === 'negotiation' ? [] : [{ kind: 'negotiation', id: negotiation }]),
  references: referencesOfEntry,
  load,
  ifNew: ({ kind, precondition }) =>
    kind === 'source' && precondition === NO_PRECONDITION ? { state: NEW_SOURCE, streamRevision: 'no-stream', last: undefined } : undefined,
  decide,
};

/**
 * An entry that is as it was appends nothing. A proposition's issue cannot change once a report uses it (design 4, "Recorded").
 * @throws Refusal `stale-revision`, `id-in-use`, `in-use`, `invalid-body`
 */
export function decide(command: PutEntryRequest, { current, isTaken, isUsed, ancestors }: PutEntryState): LogEvent[] {
  const { negotiation, kind, id, entry } = command;
  checkPrecondition(command.precondition, current?.last.revision);
  if (isTaken) throw new Refusal('id-in-use', `"${id}" is the id of a ${kind === 'party' ? 'person' : 'party'}.`);
  if (ancestors.includes(id)) {
    const detail = `"${id}" would be above itself`;
    throw new Refusal('invalid-body', 'An issue cannot be its own ancestor.', [{ pointer: '#/parent', code: 'cycle', detail }]);
  }
  if (current === undefined) return [registryEvent(kind, 'defined', negotiation, id, entry)];
  if (sameContent(current.entry, entry)) return [];
  if (isUsed && issueOf(current.entry) !== issueOf(entry)) {
    const detail = `reports use "${id}" as a proposition of ${String(issueOf(current.entry))}`;
    throw new Refusal('in-use', 'The issue of a proposition in use cannot change.', [{ pointer: '#/issue', code: 'in-use', detail }]);
  }
  return [registryEvent(kind, 'changed', negotiation, id, entry)];
}

function referencesOfEntry({ kind, entry }: PutEntryRequest): Reference[] {
  switch (kind) {
    case 'issue': {
      const { parent, principals } = entry as Entries['issue'];
      return [...reference('issue', parent, ['parent']), ...references('party', principals, ['principals'])];
    }
    case 'proposition':
      return reference('issue', (entry as Entries['proposition']).issue, ['issue']);
    case 'person':
      return reference('party', (entry as Entries['person']).party, ['party']);
    // The principals of a negotiation may be defined later.
    case 'negotiation':
    case 'party':
    case 'plan':
    case 'meeting':
    case 'source':
      return [];
  }
}

async function load(command: PutEntryRequest, model: WriteModel): Promise<Loaded<PutEntryState>> {
  const { negotiation, kind, id, entry } = command;
  // The revision comes first: what changes after it is read makes the append conflict.
  const registryRevision = kind === 'source' ? undefined : await model.registryRevision(negotiation);
  const current = await model.entry(negotiation, kind, id);
  const streamRevision: Revision | 'no-stream' = registryRevision ?? current?.last.revision ?? 'no-stream';
  const state: PutEntryState = {
    current,
    isTaken: await isTaken(command, model),
    isUsed: kind === 'proposition' && current !== undefined && !sameContent(current.entry, entry) && (await model.isUsed(negotiation, id)),
    ancestors: kind === 'issue' ? await ancestorsOf((entry as Entries['issue']).parent, negotiation, model) : [],
  };
  return { state, streamRevision, last: current?.last };
}

async function isTaken({ negotiation, kind, id }: PutEntryRequest, model: WriteModel): Promise<boolean> {
  if (kind !== 'party' && kind !== 'person') return false;
  return (await model.entry(negotiation, kind === 'party' ? 'person' : 'party', id)) !== undefined;
}

async function ancestorsOf(parent: string | null, negotiation: string, model: WriteModel): Promise<string[]> {
  const ancestors: string[] = [];
  for (let id = parent; id !== null && !ancestors.includes(id);) {
    ancestors.push(id);
    id = (await model.entry(negotiation, 'issue', id))?.entry.parent ?? null;
  }
  return ancestors;
}

function issueOf(entry: Entries[EntryKind]): string | undefined {
  return 'issue' in entry ? entry.issue : undefined;
}
