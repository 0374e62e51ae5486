import type { Position } from '../../vocabulary/position.js';
import { firstWhere } from './halving.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { indexOf } from './opened-lists.js';

/**
 * The position before the first event with a later `recordedAt`. Design 3, "Axes".
 * @param instant RFC 3339, UTC, milliseconds
 * @returns undefined where no event is later
 */
export function positionAtInstant(file: ReadModelFile, instant: string): Position | undefined {
  const index = indexOf(file);
  const { events } = file.state;
  const at = Date.parse(instant);
  // The latest instant up to an event never decreases along the log, so the first later event is found by halving what is left of it.
  if (events === 0 || index.instantOf(events) <= at) return undefined;
  const later = firstWhere(1, events, (event) => index.instantOf(event) > at);
  return later === 1 ? 0n : BigInt(index.positionOf(later - 1));
}
