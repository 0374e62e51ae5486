import leven from 'leven';
import { compare } from '../vocabulary/compare.js';
import { numberOfName } from './names.js';
import type { ReadModelFile } from './read-model-file.js';

const AT_MOST = 3;
/** So many ids are looked at: an error must not cost more than an answer. */
const LOOKED_AT = 5_000;
/** What is further away was not meant, however long it is. */
const MOST_DISTANT = 6;
const LONGEST_ID = 80;

/** Up to three ids of a kind that look like a given one, nearest first. @param kind of an entry, or `report` */
export function nearIds(file: ReadModelFile, kind: string, negotiation: string, id: string): string[] {
  return nearest(id, idsOf(file, kind, negotiation));
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

function idsOf(file: ReadModelFile, kind: string, negotiation: string): string[] {
  const rows =
    kind === 'report'
      ? file.all<{ id: string }>(
          'SELECT id FROM report WHERE negotiation = ? LIMIT ?',
          numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
          LOOKED_AT,
        )
      : kind === 'negotiation'
        ? file.all<{ id: string }>(`SELECT DISTINCT id FROM entry WHERE kind = 'negotiation' LIMIT ?`, LOOKED_AT)
        : file.all<{ id: string }>(
            'SELECT DISTINCT id FROM entry WHERE negotiation = ? AND kind = ? LIMIT ?',
            negotiation,
            kind,
            LOOKED_AT,
          );
  return rows.map(({ id: found }) => found);
}
