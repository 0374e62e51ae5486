import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Language } from './languages.js';
import type { Words } from './en.js';

const MS_PER_DAY = 86_400_000;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;

/** `Wed, 7 Jan 2026`. */
export function dayWithWeekday(day: Day, language: Language): string {
  return format(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(instant(day));
}

/** `7 Jan 2026`. */
export function dayText(day: Day, language: Language): string {
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(instant(day));
}

/** `7 January 2026`, as it is said. */
export function dayInWords(day: Day, language: Language): string {
  return format(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant(day));
}

/** `January 2026`. @param day any of the month */
export function monthText(day: Day, language: Language): string {
  return format(language, { month: 'long', year: 'numeric' }).format(instant(day));
}

/** The names of the days of a week, Monday first. */
export function weekdayNames(language: Language): string[] {
  const monday = 4; // 5 January 1970
  return Array.from({ length: 7 }, (_, i) => format(language, { weekday: 'short' }).format(instant(monday + i)));
}

const relative = new Map<Language, Intl.RelativeTimeFormat>();

/** How long before the day that is shown something was: "37 days ago", "that day". */
export function agoText(days: number, language: Language, words: Words): string {
  if (days === 0) return words.thatDay;
  let format = relative.get(language);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
    relative.set(language, format);
  }
  return format.format(-days, 'day');
}

/** An instant to the minute, UTC, as this service recorded it. */
export function instantText(iso: string, language: Language): string {
  return `${format(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(iso))} UTC`;
}

/**
 * A date as reported, in words: "by 1 Dec 2025", "31 Dec 2025 – 2 Jan 2026", "Nov 2025".
 * @param edtf null: no date is reported
 */
export function dateText(edtf: string | null, language: Language, words: Words): string {
  if (edtf === null) return words.unknownDate;
  const isAbout = /[~?%]/.test(edtf);
  const text = plainText(edtf.replaceAll(/[~?%]/g, ''), language, words);
  return isAbout ? words.about(text) : text;
}

function plainText(edtf: string, language: Language, words: Words): string {
  if (YEAR.test(edtf)) return edtf;
  const { lo, hi } = windowOf(edtf);
  if (MONTH.test(edtf)) return format(language, { month: 'short', year: 'numeric' }).format(instant(lo));
  if (!Number.isFinite(lo)) return Number.isFinite(hi) ? words.by(dayText(hi, language)) : words.unknownDate;
  if (!Number.isFinite(hi)) return words.from(dayText(lo, language));
  if (lo === hi) return dayText(lo, language);
  return format(language, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(instant(lo), instant(hi));
}

const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  // English as Europe writes it: a reader of dates needs no guess which number is the month.
  const fresh = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' });
  made.set(key, fresh);
  return fresh;
}

function instant(day: Day): Date {
  return new Date(day * MS_PER_DAY);
}
