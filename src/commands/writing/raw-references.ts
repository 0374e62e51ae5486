import { isId } from '../../http/fields/text.js';
import { type Reference, referenceAt } from './reference.js';

/** What each field of a body names, wherever it stands. */
const KIND_OF_FIELD: Readonly<Record<string, Reference['kind']>> = {
  issue: 'issue',
  issues: 'issue',
  parent: 'issue',
  meeting: 'meeting',
  plan: 'plan',
  proposition: 'proposition',
  propositions: 'proposition',
  party: 'party',
  principals: 'party',
  person: 'person',
  previous: 'report',
  resolves: 'report',
  speaker: 'actor',
  actor: 'actor',
  by: 'actor',
  via: 'actor',
  hosts: 'actor',
};

type Path = readonly (string | number)[];

/**
 * The ids that a body names although it does not have the form that is asked for, so that every fault is told at once.
 * Found by the names of the fields; what does not look like an id is a fault of the form and left to that.
 */
export function rawReferences(body: unknown, path: Path = []): Reference[] {
  if (Array.isArray(body)) return body.flatMap((member, i) => rawReferences(member, [...path, i]));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([field, value]) => {
    const kind = field === 'source' ? 'source' : Object.hasOwn(KIND_OF_FIELD, field) ? KIND_OF_FIELD[field] : undefined;
    const at = [...path, field];
    if (kind === 'source') return idAt('source', (value as { id?: unknown } | null)?.id, [...at, 'id']);
    if (kind === undefined) return rawReferences(value, at);
    return Array.isArray(value) ? value.flatMap((member, i) => named(kind, member, [...at, i])) : named(kind, value, at);
  });
}

function named(kind: Reference['kind'], value: unknown, path: Path): Reference[] {
  return typeof value === 'string' ? idAt(kind, value, path) : rawReferences(value, path);
}

function idAt(kind: Reference['kind'], id: unknown, path: Path): Reference[] {
  return typeof id === 'string' && isId(id) ? [referenceAt(kind, id, path)] : [];
}
