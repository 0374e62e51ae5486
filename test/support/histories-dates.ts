import fc from 'fast-check';
import { type Day, dayOf, formatDay } from '../../src/vocabulary/day.js';

/** 2025-12-20: the first of the days on which everything happens. */
export const FIRST_DAY: Day = dayOf(2025, 12, 20);
const LAST_DAY: Day = dayOf(2026, 1, 20);

/** Mostly one of a few days, so that dates are often equal. */
export const day: fc.Arbitrary<Day> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(16, 12, 17, 6, 20, 26).map((offset) => FIRST_DAY + offset) },
  { weight: 1, arbitrary: fc.integer({ min: FIRST_DAY, max: LAST_DAY }) },
);

const edtfDay = day.map(formatDay);
const window = fc.tuple(day, fc.integer({ min: 1, max: 9 })).map(([start, length]) => `${formatDay(start)}/${formatDay(start + length)}`);
const month = fc.constantFrom('2026-01', '2025-12', '2026-01-XX');
const openStart = fc.tuple(fc.constantFrom('..', ''), edtfDay).map(([open, end]) => `${open}/${end}`);
const openEnd = fc.tuple(edtfDay, fc.constantFrom('..', '')).map(([start, open]) => `${start}/${open}`);
const about = fc.tuple(edtfDay, fc.constantFrom('~', '?', '%')).map(([edtf, qualifier]) => edtf + qualifier);

/** When something happened, as EDTF in all its shapes. */
export const occurredDate = fc.oneof(
  { weight: 12, arbitrary: edtfDay },
  { weight: 6, arbitrary: window },
  { weight: 2, arbitrary: openStart },
  { weight: 3, arbitrary: openEnd },
  { weight: 1, arbitrary: month },
  { weight: 1, arbitrary: about },
);

/** When a source came out: mostly on a day that is known. */
export const publishedDate = fc.oneof(
  { weight: 14, arbitrary: edtfDay },
  { weight: 3, arbitrary: window },
  { weight: 1, arbitrary: openStart },
  { weight: 1, arbitrary: openEnd },
  { weight: 1, arbitrary: month },
);

/** What the date of a source is changed to: with an open end more often. */
export const changedDate = fc.oneof({ weight: 4, arbitrary: publishedDate }, { weight: 1, arbitrary: fc.oneof(openStart, openEnd) });

/** Days that lie in weeks that lie in months: a schedule is told more and less narrowly. */
const nested = fc.constantFrom(
  ...['2026-01-06', '2026-01-07', '2026-01-05/2026-01-11', '2026-01-06/2026-01-09', '2026-01'],
  ...['2026-01-05/2026-01-06', '2026-01-01/2026-01-05', '2026-01-09', '2026-01-05/2026-01-09'],
  ...['2026-01-16', '2026-01-14/2026-01-18', '2026-01-28', '2026-01-15/2026-01-30', '2026-02-02'],
);

/** What a meeting is scheduled for: mostly late, so that it is still to come. */
export const scheduleDate = fc.oneof(
  { weight: 8, arbitrary: nested },
  { weight: 2, arbitrary: edtfDay },
  { weight: 2, arbitrary: window },
  { weight: 2, arbitrary: fc.oneof(openEnd, openEnd, openStart, month) },
);
