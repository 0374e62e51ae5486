import { formatDay } from '../../../src/vocabulary/day.js';
import { checkedWindow, windowOf } from '../../../src/vocabulary/edtf-window.js';

const shown = (day: number): string => (Number.isFinite(day) ? formatDay(day) : String(day));

const window = (edtf: string): string => {
  const { lo, hi } = checkedWindow(edtf);
  return `${shown(lo)} to ${shown(hi)}`;
};

const ACCEPTED: Record<string, readonly [edtf: string, window: string][]> = {
  'a day, a month and a year are the days that they hold': [
    ['2025-12-15', '2025-12-15 to 2025-12-15'],
    ['2025-11', '2025-11-01 to 2025-11-30'],
    ['2025-12', '2025-12-01 to 2025-12-31'],
    ['2025', '2025-01-01 to 2025-12-31'],
    ['9999-12-31', '9999-12-31 to 9999-12-31'],
  ],
  'digits that are not known may be any': [
    ['2025-XX', '2025-01-01 to 2025-12-31'],
    ['2025-XX-XX', '2025-01-01 to 2025-12-31'],
    ['2025-11-XX', '2025-11-01 to 2025-11-30'],
    ['2025-02-XX', '2025-02-01 to 2025-02-28'],
    ['202X', '2020-01-01 to 2029-12-31'],
    ['20XX', '2000-01-01 to 2099-12-31'],
    ['XXXX', '0000-01-01 to 9999-12-31'],
  ],
  'February has 29 days in a leap year alone': [
    ['2024-02-29', '2024-02-29 to 2024-02-29'],
    ['2024-02', '2024-02-01 to 2024-02-29'],
    ['2024-02-XX', '2024-02-01 to 2024-02-29'],
    ['2025-02', '2025-02-01 to 2025-02-28'],
    ['1900-02', '1900-02-01 to 1900-02-28'],
    ['2000-02', '2000-02-01 to 2000-02-29'],
  ],
  'the first years are not taken for those of the twentieth century': [
    ['0000', '0000-01-01 to 0000-12-31'],
    ['0000-02-29', '0000-02-29 to 0000-02-29'],
    ['0050-03-01', '0050-03-01 to 0050-03-01'],
    ['0099-12-31', '0099-12-31 to 0099-12-31'],
  ],
  'a qualifier is kept aside: it does not widen the window': [
    ['2025-12-02~', '2025-12-02 to 2025-12-02'],
    ['2025-12-02?', '2025-12-02 to 2025-12-02'],
    ['2025-12-02%', '2025-12-02 to 2025-12-02'],
    ['2025-11?', '2025-11-01 to 2025-11-30'],
    ['2025%', '2025-01-01 to 2025-12-31'],
    ['2025-11-24~/2025-12?', '2025-11-24 to 2025-12-31'],
  ],
  'an interval runs from the first day of its start to the last day of its end': [
    ['2025-11-24/2025-11-30', '2025-11-24 to 2025-11-30'],
    ['2025-11/2025-12', '2025-11-01 to 2025-12-31'],
    ['2025-12-15/2025-12-15', '2025-12-15 to 2025-12-15'],
    ['2024/2025-03', '2024-01-01 to 2025-03-31'],
    // The end is the coarser one, and ends no earlier than the start begins.
    ['2025-11-30/2025-11', '2025-11-30 to 2025-11-30'],
  ],
  'an open or an empty end has no limit': [
    ['../2025-12-01', '-Infinity to 2025-12-01'],
    ['/2025-12-01', '-Infinity to 2025-12-01'],
    ['2025-12-01/..', '2025-12-01 to Infinity'],
    ['2025-12-01/', '2025-12-01 to Infinity'],
    ['2025-11/..', '2025-11-01 to Infinity'],
    ['../..', '-Infinity to Infinity'],
    ['/', '-Infinity to Infinity'],
  ],
};

describe.each(Object.entries(ACCEPTED))('%s', (_, dates) => {
  it.each(dates)('%s: %s', (edtf, expected) => {
    expect(window(edtf)).toBe(expected);
  });
});

it('reads a date that was checked before to the same window, without the grammar', () => {
  for (const [edtf] of Object.values(ACCEPTED).flat()) expect(windowOf(edtf)).toEqual(checkedWindow(edtf));
});
