import type { Day } from '../vocabulary/day.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';

/**
 * D − the latest `O.hi` of some reports, in days: negative where one of them may be still to come. Design 4, "Blockers".
 * @param occurred their windows O, at least one
 * @returns null where the latest has no last day
 */
export function ageInDays(occurred: readonly DayWindow[], asOf: Day): number | null {
  const latest = Math.max(...occurred.map(({ hi }) => hi));
  return Number.isFinite(latest) ? asOf - latest : null;
}
