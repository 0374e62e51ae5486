import type { Position } from '../vocabulary/position.js';
import { toPosition } from './columns.js';
import type { ReadModelFile } from './read-model-file.js';

interface LogRow {
  readonly position: number;
  readonly latest_at: number;
}

const AT_OR_BEHIND = 'SELECT position, latest_at FROM log WHERE position >= ? ORDER BY position LIMIT 1';

/**
 * The position before the first event with a later `recordedAt`. Design 3, "Axes".
 * @param instant RFC 3339, UTC, milliseconds
 * @returns undefined where no event is later
 */
export function positionAtInstant(file: ReadModelFile, instant: string): Position | undefined {
  const later = firstLater(file, Date.parse(instant));
  if (later === undefined) return undefined;
  const before = file.get<{ position: number | null }>('SELECT max(position) AS position FROM log WHERE position < ?', later);
  return toPosition(before?.position ?? 0);
}

/** `latest_at` never decreases along the log, so the first later event is found by halving what is left of it. */
function firstLater(file: ReadModelFile, at: number): number | undefined {
  const last = file.get<LogRow>('SELECT position, latest_at FROM log ORDER BY position DESC LIMIT 1');
  if (last === undefined || last.latest_at <= at) return undefined;
  let [low, high] = [0, last.position];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = file.get<LogRow>(AT_OR_BEHIND, middle);
    if (row === undefined || row.latest_at > at) high = middle;
    else low = row.position + 1;
  }
  return file.get<LogRow>(AT_OR_BEHIND, low)?.position;
}
