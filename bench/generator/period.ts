import { type Day, dayOf } from '../../src/vocabulary/day.js';

const MS_PER_DAY = 86_400_000;

/** The days on which everything is recorded, whatever the number of reports. */
export const FIRST_DAY: Day = dayOf(2024, 1, 1);
export const LAST_DAY: Day = dayOf(2025, 11, 30);
export const DAYS = LAST_DAY - FIRST_DAY;

/** The instant, RFC 3339, at which a share of the history is recorded. @param share 0 to 1 */
export function instantAt(share: number): string {
  return new Date(Math.floor((FIRST_DAY + share * DAYS) * MS_PER_DAY)).toISOString();
}

/** The day of a share of the history. */
export function dayAt(share: number): Day {
  return Math.floor(FIRST_DAY + share * DAYS);
}
