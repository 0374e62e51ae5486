import { dayOf, lastDayOfMonth, type Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { weekdayOf } from '../../vocabulary/period.js';

/** A month as `YYYY-MM`. */
export type Month = string;

/** The weeks of a month, Monday first; null is a day of another month. */
export function weeksOf(month: Month): (Day | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = dayOf(year, number, 1);
  const days = Array.from({ length: lastDayOfMonth(year, number) }, (_, i) => first + i);
  const cells = [...Array.from({ length: weekdayOf(first) }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, i) => cells[week * 7 + i] ?? null));
}

/** What may be on each day of a month: a date of several days is on each of them. */
export function byDay<T extends { readonly when: string | null }>(items: readonly T[], month: Month): Map<Day, T[]> {
  const days = new Map<Day, T[]>();
  for (const day of weeksOf(month).flat()) {
    if (day === null) continue;
    const on = items.filter(({ when }) => isOn(when, day));
    if (on.length > 0) days.set(day, on);
  }
  return days;
}

/** The month before or after another one. */
export function monthsFrom(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** An open date is on no day: nobody says on which. */
function isOn(when: string | null, day: Day): boolean {
  if (when === null) return false;
  const { lo, hi } = windowOf(when);
  return Number.isFinite(lo) && Number.isFinite(hi) && lo <= day && day <= hi;
}
