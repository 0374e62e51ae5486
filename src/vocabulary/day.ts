/** A calendar day, UTC, as days since 1970-01-01; −Infinity and Infinity are the open ends. */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The first and the last day that can be written: years have four digits. */
export const FIRST_DAY: Day = dayOf(0, 1, 1);
export const LAST_DAY: Day = dayOf(9999, 12, 31);

/** A day, or the nearest that can be written. */
export function withinCalendar(day: Day): Day {
  return Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
}

/** The last day of a month. @param month 1 to 12 */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** @param month 1 to 12 @param day 1 to 31, must exist in the month */
export function dayOf(year: number, month: number, day: number): Day {
  // Date.UTC maps the years 0 to 99 to 1900 to 1999; setUTCFullYear does not.
  return new Date(0).setUTCFullYear(year, month - 1, day) / MS_PER_DAY;
}

/** Reads `YYYY-MM-DD`; undefined where that is no day of the calendar. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, day] = DAY_PATTERN.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** `YYYY-MM-DD`. @param day must be finite */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day, UTC, that an instant falls on. @param instant milliseconds since 1970 */
export function dayOfInstant(instant: number): Day {
  return Math.floor(instant / MS_PER_DAY);
}

/** The last millisecond of a day, UTC, in milliseconds since 1970. */
export function endOfDay(day: Day): number {
  return (day + 1) * MS_PER_DAY - 1;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
