import { type Day, formatDay } from '../../src/vocabulary/day.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';
import type { Random } from './random.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 4;

/** An exact day, as a person wrote it down. */
export function dateOf(day: Day): ReportedDate {
  return written(formatDay(day));
}

/** A date of any EDTF text. */
export function written(edtf: string, more: Partial<ReportedDate> = {}): ReportedDate {
  return { edtf, phrase: null, basis: 'explicit', anchor: null, note: null, ...more };
}

/** A day told by its weekday, counted from when the source came out. */
export function relativeDate(day: Day, published: Day): ReportedDate {
  const phrase = `on ${WEEKDAYS[(day + WEEKDAY_OF_DAY_0) % 7] ?? ''}`;
  return written(formatDay(day), { phrase, basis: 'relative', anchor: formatDay(published) });
}

/** Days around one, both ends included. */
export function windowAround(day: Day, random: Random): ReportedDate {
  const before = random.between(0, 3);
  return written(`${formatDay(day - before)}/${formatDay(day + random.between(1, 4))}`, { phrase: 'in those days', basis: 'inferred' });
}

/**
 * When something happened, in all the forms in which that is reported; null where it is left out.
 * @param isLate told long afterwards: then on a day or in a window, or nobody could tell that it is late
 */
export function occurredOn(day: Day, published: Day, isLate: boolean, random: Random): ReportedDate | null {
  const form = random.next() * (isLate ? 0.8 : 1);
  if (form < 0.34) return dateOf(day);
  if (form < 0.64) return relativeDate(day, published);
  if (form < 0.66) return written(`${formatDay(day)}~`, { phrase: 'around then' });
  if (form < 0.8) return windowAround(day, random);
  if (form < 0.84) return written(formatDay(day).slice(0, 7), { phrase: 'that month' });
  if (form < 0.86) return written(`../${formatDay(day)}`, { phrase: 'for some time', basis: 'inferred' });
  return null;
}
