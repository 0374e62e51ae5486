import { dayOf, dayOfInstant, endOfDay, formatDay, lastDayOfMonth, parseDay } from '../../../src/vocabulary/day.js';

describe('a day as text', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-02-01', 31],
    ['2024-02-29', 19_782],
    ['0000-01-01', -719_528],
    ['0099-12-31', -683_004],
    ['9999-12-31', 2_932_896],
  ])('%s is day %d, and is written so again', (text, day) => {
    expect(parseDay(text)).toBe(day);
    expect(formatDay(day)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-00-10',
    '2025-13-01',
    '2025-04-31',
    '2025-01-00',
    '2025-1-1',
    '2025-01-01 ',
    '25-01-01',
    '2025-01',
    '',
  ])('%j is no day of the calendar', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('the last day of a month', () => {
  it.each([
    [2025, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
    [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  ])('in %d', (year, days) => {
    expect(days.map((_, i) => lastDayOfMonth(year, i + 1))).toEqual(days);
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2100, 28],
    [0, 29],
    [4, 29],
  ])('of February %d is the %dth', (year, last) => {
    expect(lastDayOfMonth(year, 2)).toBe(last);
  });
});

describe('an instant', () => {
  it.each([
    ['2026-01-05T00:00:00.000Z', '2026-01-05'],
    ['2026-01-05T23:59:59.999Z', '2026-01-05'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31'],
  ])('%s falls on %s', (instant, day) => {
    expect(formatDay(dayOfInstant(Date.parse(instant)))).toBe(day);
  });

  it('a day ends with its last millisecond', () => {
    const end = endOfDay(dayOf(2026, 1, 5));
    expect(new Date(end).toISOString()).toBe('2026-01-05T23:59:59.999Z');
    expect(dayOfInstant(end + 1)).toBe(dayOf(2026, 1, 6));
  });
});
