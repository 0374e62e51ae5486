import { parse } from 'edtf';
import { type Day, dayOf, lastDayOfMonth } from './day.js';
import { Remembered } from './remembered.js';

/** The days, UTC, that a date may mean: both ends inclusive, an open end infinite. */
export interface DayWindow {
  readonly lo: Day;
  readonly hi: Day;
}

/** Why a text is not a date that this project takes. */
export class InvalidDate extends Error {}

/** Few dates are written in a log, and each is written often: so many are remembered. */
const MOST_REMEMBERED = 10_000;
const windows = new Remembered<string, DayWindow>(MOST_REMEMBERED);
/** Of those that are not plain: they were found to be of the grammar. */
const ofTheGrammar = new Remembered<string, true>(MOST_REMEMBERED);

/** A date in digits with a qualifier at its end, or from such a one to another, or open at one of its ends. */
const PLAIN = /^(?:(?:\d{4}(?:-\d{2}){0,2}[~?%]?|(?:\.\.)?)\/)?\d{4}(?:-\d{2}){0,2}[~?%]?$|^\d{4}(?:-\d{2}){0,2}[~?%]?\/(?:\.\.)?$/;
const END_OF_INTERVAL = /^(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[~?%]?$/;

/**
 * Checks a date as a person wrote it: EDTF levels 0 and 1 with open intervals. Design 3, "Dates".
 * @returns its window of days
 * @throws InvalidDate for anything else, for days that do not exist and for reversed intervals
 */
export function checkedWindow(edtf: string): DayWindow {
  // The window first: of a day that does not exist the grammar could not say more than that it is no date.
  const window = windowOf(edtf);
  // Of what is plain, as nearly all dates are, the grammar has nothing left to refuse; to run it costs more than all else of a report.
  if (!PLAIN.test(edtf)) refuseOtherSyntax(edtf);
  if (window.lo > window.hi) throw new InvalidDate(`the interval "${edtf}" ends before it starts`);
  return window;
}

/**
 * The window of days of a date that was checked before (it does not run the grammar again).
 * @throws InvalidDate where the text is no such date
 */
export function windowOf(edtf: string): DayWindow {
  const known = windows.get(edtf);
  if (known !== undefined) return known;
  const window = readWindow(edtf);
  windows.set(edtf, window);
  return window;
}

function readWindow(edtf: string): DayWindow {
  const [start, end, ...rest] = edtf.split('/');
  if (start === undefined || rest.length > 0) throw new InvalidDate(`"${edtf}" is not an EDTF date`);
  if (end === undefined) return windowOfDate(start);
  return {
    lo: isOpen(start) ? -Infinity : windowOfDate(start).lo,
    hi: isOpen(end) ? Infinity : windowOfDate(end).hi,
  };
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

/** The edtf package knows the grammar, but takes more than level 1 and than this project does. */
function refuseOtherSyntax(edtf: string): void {
  if (ofTheGrammar.get(edtf) === true) return;
  try {
    parse(edtf, { level: 1 });
    ofTheGrammar.set(edtf, true);
  } catch {
    throw new InvalidDate(`"${edtf}" is not an EDTF date of level 0 or 1, such as 2025-12-15, 2025-11 or 2025-11-24/2025-11-30`);
  }
}

function windowOfDate(text: string): DayWindow {
  const [, year, month, day] = END_OF_INTERVAL.exec(text) ?? [];
  if (year === undefined) {
    throw new InvalidDate(
      `"${text}" is not a date of four-digit year, month and day, such as 2025-12-15 or 2025-11; times, sets, negative and long years are not taken`,
    );
  }
  const firstYear = Number(year.replaceAll('X', '0'));
  const lastYear = Number(year.replaceAll('X', '9'));
  const firstMonth = month === undefined || month === 'XX' ? 1 : Number(month);
  const lastMonth = month === undefined || month === 'XX' ? 12 : Number(month);
  if (firstMonth < 1 || lastMonth > 12) throw new InvalidDate(`"${text}" names a month that does not exist; seasons are not taken`);
  const lastOfMonth = lastDayOfMonth(lastYear, lastMonth);
  const firstDay = day === undefined || day === 'XX' ? 1 : Number(day);
  const lastDay = day === undefined || day === 'XX' ? lastOfMonth : Number(day);
  if (firstDay < 1 || lastDay > lastOfMonth) throw new InvalidDate(`"${text}" is a day that does not exist`);
  return { lo: dayOf(firstYear, firstMonth, firstDay), hi: dayOf(lastYear, lastMonth, lastDay) };
}
