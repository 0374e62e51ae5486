import type { Day } from '../vocabulary/day.js';
import { REPORT_TYPES, type ReportType } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';

/** Beyond the last day of the year 9999 and before the first of 0000. */
const OPEN_END = 4_000_000;

/** `r_to` of what still holds: beyond every position. */
export const STILL = 9_000_000_000_000_000n;

/** A day as it is kept in a column: the open ends become numbers beyond every day. */
export function toColumn(day: Day): number {
  return Math.max(-OPEN_END, Math.min(OPEN_END, day));
}

/** A day from a column. */
export function fromColumn(value: number): Day {
  if (value >= OPEN_END) return Infinity;
  return value <= -OPEN_END ? -Infinity : value;
}

/** Whether a column holds an open end. */
export function isOpenEnd(value: number): boolean {
  return value >= OPEN_END || value <= -OPEN_END;
}

/** The column that holds the last day before another one. */
export function dayBefore(day: Day): number {
  return toColumn(day) - 1;
}

/** A position from a column. SQLite integers beyond 2^53 throw when read, so none comes back altered. */
export function toPosition(value: number): Position {
  return BigInt(value);
}

/** Days that share a block of an index: a power of two, which SQL shifts by. */
export const DAYS_IN_BLOCK = 16;

/** The block of a day in a column; SQL has the same as `day >> 4`. */
export function blockOf(day: number): number {
  return Math.floor(day / DAYS_IN_BLOCK);
}

/** A report type as a column has it. */
export function typeNumber(type: ReportType): number {
  return REPORT_TYPES.indexOf(type);
}
