import { negotiationStream, sourceStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { registryEvent } from '../../vocabulary/events/registry-events.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import { alike, type Decider, type Request } from '../writing/decider.js';
import type { State } from '../writing/state.js';
import { checkPrecondition, NO_PRECONDITION, type Precondition } from '../writing/precondition.js';
import { type Reference, reference, references } from '../writing/reference.js';
import { type EntryState, evolveRegistry, type Registry } from '../writing/registry.js';
import { evolveSource, type SourceState } from '../writing/source-state.js';
import { requireTree } from './issue-tree.js';

export interface PutEntryRequest<K extends EntryKind = EntryKind> extends Request {
  readonly kind: K;
  readonly entry: Entries[K];
  readonly precondition: Precondition;
}

type Putter<S extends State, B = unknown> = Decider<PutEntryRequest, S, B>;

/** Defines an entry of the registry, or replaces the whole of it. */
export const putEntry: Putter<Registry, boolean> = {
  stream: ({ negotiation }) => negotiationStream(negotiation),
  subjects: ({ negotiation, kind }) => (kind === 'negotiation' ? [] : [{ kind: 'negotiation', id: negotiation }]),
  references: referencesOfEntry,
  evolve: evolveRegistry,
  ask: async ({ negotiation, kind, id, entry }, registry, model) => {
    const current = registry?.entry(kind, id);
    return kind === 'proposition' && current !== undefined && !sameContent(current.entry, entry) && model.isUsed(negotiation, id);
  },
  moves: ({ kind, id }) => (kind === 'proposition' ? [id] : []),
  lastOf: ({ kind, id }, registry) => registry?.entry(kind, id)?.last,
  decide,
};

/** The same of a source, which has a stream of its own. */
const putSource: Putter<SourceState> = {
  stream: ({ negotiation, id }) => sourceStream(negotiation, id),
  subjects: ({ negotiation }) => [{ kind: 'negotiation', id: negotiation }],
  references: () => [],
  evolve: evolveSource,
  isRightOnNothing: ({ precondition }) => precondition === NO_PRECONDITION,
  decide: (command, source) => {
    checkPrecondition(command.precondition, source?.last.revision);
    return replaced(command, source);
  },
};

/** Who decides on an entry of a kind. */
export function putterOf(kind: EntryKind): Putter<State> {
  return kind === 'source' ? alike(putSource) : alike(putEntry);
}

/**
 * A proposition's issue cannot change once a report uses it (design 4, "Recorded").
 * @param isUsed whether one does
 * @throws Refusal `stale-revision`, `id-in-use`, `in-use`, `invalid-body`
 */
function decide(command: PutEntryRequest, registry: Registry | undefined, isUsed: boolean): LogEvent[] {
  const { kind, id, entry } = command;
  const current = registry?.entry(kind, id);
  checkPrecondition(command.precondition, current?.last.revision);
  const other = kind === 'party' ? 'person' : kind === 'person' ? 'party' : undefined;
  if (other && registry?.entry(other, id)) throw new Refusal('id-in-use', `"${id}" is the id of a ${other}.`);
  if (kind === 'issue' && parentOf(current?.entry) !== parentOf(entry)) requireTree(id, (entry as Entries['issue']).parent, registry);
  if (isUsed && current && issueOf(current.entry) !== issueOf(entry)) {
    const detail = `reports use "${id}" as a proposition of ${String(issueOf(current.entry))}`;
    throw new Refusal('in-use', 'The issue of a proposition in use cannot change.', [{ pointer: '#/issue', code: 'in-use', detail }]);
  }
  return replaced(command, current);
}

/** An entry that is as it was appends nothing. */
function replaced({ negotiation, kind, id, entry }: PutEntryRequest, current: EntryState | undefined): LogEvent[] {
  if (current === undefined) return [registryEvent(kind, 'defined', negotiation, id, entry)];
  if (sameContent(current.entry, entry)) return [];
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

function parentOf(entry: Entries[EntryKind] | undefined): string | null {
  return entry !== undefined && 'parent' in entry ? entry.parent : null;
}

function issueOf(entry: Entries[EntryKind]): string | undefined {
  return 'issue' in entry ? entry.issue : undefined;
}
