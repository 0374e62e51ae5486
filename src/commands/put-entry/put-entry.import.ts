import { isNegotiationId } from '../../http/fields/text.js';
import type { Entries, EntryKind } from '../../vocabulary/events/registry-entries.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { NO_PRECONDITION } from '../writing/precondition.js';
import { ENTRY_SCHEMAS } from './entry.schemas.js';
import { putterOf } from './put-entry.js';

const KINDS = ['negotiation', 'party', 'person', 'issue', 'proposition', 'plan', 'meeting', 'source'] as const satisfies EntryKind[];

/** A line for each kind of entry. */
export const entryImports: readonly ImportKind[] = KINDS.map((kind) => ({
  entry: kind,
  schema: ENTRY_SCHEMAS[kind],
  toTask(body, id, negotiation, sender) {
    if (kind === 'negotiation' && (id !== negotiation || !isNegotiationId(id))) {
      const detail = `the import is into "${negotiation}"; a negotiation's id holds no dot`;
      throw new Refusal('invalid-body', 'The line is of another negotiation.', [{ pointer: '#/id', code: 'other-negotiation', detail }]);
    }
    const request = { ...sender, negotiation, kind, id, entry: body as Entries[EntryKind], precondition: NO_PRECONDITION };
    return task(putterOf(kind), request, kind);
  },
}));
