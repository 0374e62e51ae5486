import leven from 'leven';
import { compare } from '../../vocabulary/compare.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { indexOf } from './opened-lists.js';

const AT_MOST = 3;
/** So many ids are looked at: an error must not cost more than an answer. */
const LOOKED_AT = 5_000;
/** What is further away was not meant, however long it is. */
const MOST_DISTANT = 6;
const LONGEST_ID = 80;

/** Up to three ids of a kind that look like a given one, nearest first. @param kind of an entry, or `report` */
export function nearIds(file: ReadModelFile, kind: string, negotiation: string, id: string): string[] {
  return nearest(id, kind === 'report' ? reportIds(file, negotiation) : entryIds(file, kind as NameKind, negotiation));
}

/** Those of some ids that look like a given one, nearest first. */
export function nearest(id: string, ids: readonly string[]): string[] {
  if (id.length > LONGEST_ID + MOST_DISTANT) return [];
  const tolerance = Math.min(Math.max(2, Math.floor(id.length / 3)), MOST_DISTANT);
  return ids
    .map((other) => ({ other, distance: distanceOf(id, other, tolerance) }))
    .filter(({ other, distance }) => other !== id && distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || compare(a.other, b.other))
    .slice(0, AT_MOST)
    .map(({ other }) => other);
}

/** Beyond a distance its exact measure is not of interest, and is not worked out. */
function distanceOf(id: string, other: string, tolerance: number): number {
  if (other.includes(id) || id.includes(other)) return 1;
  return leven(id, other, { maxDistance: tolerance + 1 });
}

/** The first ids of a kind. */
function entryIds(file: ReadModelFile, kind: NameKind, negotiation: string): string[] {
  const { names } = indexOf(file);
  return names.ofKind(kind, kind === 'negotiation' ? '' : negotiation, '', LOOKED_AT).map(({ id }) => id);
}

function reportIds(file: ReadModelFile, negotiation: string): string[] {
  const index = indexOf(file);
  const name = index.names.numberOf('negotiation', '', negotiation);
  if (name === undefined) return [];
  const { events } = file.state;
  const ids: string[] = [];
  for (const event of index.lists.numbers(LIST_KINDS.eventsOf, name, events)) {
    if (ids.length >= LOOKED_AT) break;
    if (index.isReport(event)) ids.push(index.subjectOf(event));
  }
  return ids;
}
