import leven from 'leven';
import { compare } from '../vocabulary/compare.js';
import { numberOfName } from './names.js';
import type { ReadModelFile } from './read-model-file.js';

const AT_MOST = 3;
/** So many ids are looked at: an error must not cost more than an answer. */
const LOOKED_AT = 5_000;

/** Up to three ids of a kind that look like a given one, nearest first. @param kind of an entry, or `report` */
export function nearIds(file: ReadModelFile, kind: string, negotiation: string, id: string): string[] {
  return nearest(id, idsOf(file, kind, negotiation));
}

/** Those of some ids that look like a given one, nearest first. */
export function nearest(id: string, ids: readonly string[]): string[] {
  const tolerance = Math.max(2, Math.floor(id.length / 3));
  return ids
    .map((other) => ({ other, distance: other.includes(id) || id.includes(other) ? 1 : leven(id, other) }))
    .filter(({ other, distance }) => other !== id && distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || compare(a.other, b.other))
    .slice(0, AT_MOST)
    .map(({ other }) => other);
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
