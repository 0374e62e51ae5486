import type { Day } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';

/** Beyond the last day of the year 9999 and before the first of 0000. */
export const OPEN_END = 4_000_000;

/** `rTo` of what still holds: beyond every event. */
export const STILL = 0x7fffffff;

/** A day as it is kept in a column: the open ends become numbers beyond every day. */
export function toColumn(day: Day): number {
  return Math.max(-OPEN_END, Math.min(OPEN_END, day));
}

/** A day from a column. */
export function fromColumn(value: number): Day {
  if (value >= OPEN_END) return Infinity;
  return value <= -OPEN_END ? -Infinity : value;
}

/** A window from two columns. */
export function windowOfColumns(lo: number, hi: number): DayWindow {
  return { lo: fromColumn(lo), hi: fromColumn(hi) };
}

/** Whether a column holds an open end. */
export function isOpenEnd(value: number): boolean {
  return value >= OPEN_END || value <= -OPEN_END;
}

/** The column that holds the last day before another one. */
export function dayBefore(day: Day): number {
  return toColumn(day) - 1;
}
