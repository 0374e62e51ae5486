import { pointerTo } from '../../http/faults.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { IdKind, NamedKind } from '../../vocabulary/events/texts.js';
import { type Path, tellingIds } from '../../vocabulary/events/ids-in.js';

/** An id in a body that must exist. `actor` is a party or a person. */
export interface Reference {
  readonly kind: NamedKind;
  readonly id: string;
  readonly pointer: string;
}

/** What a path names. */
export type Subject = Pick<Reference, 'kind' | 'id'>;

/** The keys of what is named, in a set of such: an `actor` may be either of two. */
export function keysOf({ kind, id }: Subject): string[] {
  return kind === 'actor' ? [`party ${id}`, `person ${id}`] : [`${kind} ${id}`];
}

/** Its pointer is made when somebody asks: most references are right. */
class ReferenceAt implements Reference {
  constructor(
    readonly kind: Reference['kind'],
    readonly id: string,
    private readonly at: Path,
    private readonly path: Path,
  ) {}

  get pointer(): string {
    return pointerTo([...this.at, ...this.path]);
  }
}

/** A reference to something by its id. @param path where the id stands in what was sent */
export function referenceAt(kind: Reference['kind'], id: string, path: Path): Reference {
  return new ReferenceAt(kind, id, [], path);
}

/** The reference at a path; none where the id is null or left out. */
export function reference(kind: Reference['kind'], id: string | null | undefined, path: Path): Reference[] {
  return id == null ? [] : [referenceAt(kind, id, path)];
}

/** References to all ids of a list. */
export function references(kind: Reference['kind'], ids: readonly string[], path: Path): Reference[] {
  return ids.flatMap((id, i) => reference(kind, id, [...path, i]));
}

const tellIds = tellingIds([
  'source',
  'issue',
  'proposition',
  'proposition of a condition',
  'plan',
  'meeting',
  'party',
  'person',
  'actor',
  'report',
]);

/** Every id that a report's content names. @param at where in the body the content stands */
export function referencesOfReport(content: ReportContent, at: Path = []): Reference[] {
  const named: Reference[] = [];
  tellIds(content, (kind, id, path, depth) => {
    const place = path.slice(0, depth);
    if (typeof id === 'string') named.push(new ReferenceAt(kindOf(kind), id, at, place));
    // Somebody named without an id may have a party all the same.
    else if (id.party !== null) named.push(new ReferenceAt('party', id.party, at, [...place, 'party']));
  });
  return named;
}

function kindOf(kind: IdKind): NamedKind {
  return kind === 'proposition of a condition' ? 'proposition' : kind;
}
