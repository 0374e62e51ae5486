import type { Day } from '../vocabulary/day.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';

/**
 * D − the latest `O.hi` of some reports, in days: negative where one of them may be still to come. Design 4, "Blockers".
 * @param occurred their windows O; an open end is no day from which to count
 * @returns null where none of them ends on a day
 */
export function ageInDays(occurred: readonly DayWindow[], asOf: Day): number | null {
  const ends = occurred.map(({ hi }) => hi).filter(Number.isFinite);
  return ends.length === 0 ? null : asOf - Math.max(...ends);
}
