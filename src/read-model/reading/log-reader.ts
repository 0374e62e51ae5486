import type { Position } from '../../vocabulary/position.js';
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
  let [low, high] = [1, events];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.instantOf(middle) > at) high = middle;
    else low = middle + 1;
  }
  return low === 1 ? 0n : BigInt(index.positionOf(low - 1));
}
