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

/** An event as the read model remembers it. */
export interface LoggedEvent {
  readonly position: Position;
  readonly type: string;
  /** The id of the report, the source or the entry that it is about. */
  readonly subject: string;
}

/** The events of a negotiation behind one position and up to another, in order. */
export function loggedEvents(file: ReadModelFile, negotiation: string, after: Position, upTo: Position): LoggedEvent[] {
  return file
    .all<{ position: number; type: string; subject: string }>(
      'SELECT position, type, subject FROM log WHERE negotiation = ? AND position > ? AND position <= ? ORDER BY position',
      negotiation,
      after,
      upTo,
    )
    .map(({ position, type, subject }) => ({ position: toPosition(position), type, subject }));
}
