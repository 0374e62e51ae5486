import type { Position } from '../vocabulary/position.js';
import { toPosition } from './columns.js';
import type { ReadModelFile } from './read-model-file.js';

/**
 * The position before the first event with a later `recordedAt`. Design 3, "Axes".
 * @param instant RFC 3339, UTC, milliseconds
 * @returns undefined where no event is later
 */
export function positionAtInstant(file: ReadModelFile, instant: string): Position | undefined {
  // `latest_at` never decreases, so the first row with a later one is the first event with a later `recordedAt`.
  const later = file.get<{ position: number }>(
    'SELECT position FROM log WHERE latest_at > ? ORDER BY latest_at, position LIMIT 1',
    instant,
  );
  if (later === undefined) return undefined;
  const before = file.get<{ position: number | null }>('SELECT max(position) AS position FROM log WHERE position < ?', later.position);
  return toPosition(before?.position ?? 0);
}
