import { dayOf, type Day, formatDay } from './day.js';

/** By what days are counted together. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of the period in which a day lies; weeks begin on Monday. A day without limit is its own. */
export function periodStart(day: Day, period: Period): Day {
  if (!Number.isFinite(day) || period === 'day') return day;
  if (period === 'week') return day - weekdayOf(day);
  const [year = 0, month = 1] = formatDay(day).split('-').map(Number);
  return dayOf(year, month, 1);
}

/** The day behind the last one of the period that begins on a day. */
export function periodEnd(start: Day, period: Period): Day {
  return period === 'month' ? periodStart(start + 31, period) : start + (period === 'week' ? 7 : 1);
}

/** 0 for Monday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}
