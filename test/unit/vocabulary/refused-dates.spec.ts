import { checkedWindow, InvalidDate } from '../../../src/vocabulary/edtf-window.js';

const REFUSED: Record<string, readonly [edtf: string, reason: RegExp][]> = {
  'a day that does not exist': [
    ['2025-02-29', /is a day that does not exist/],
    ['1900-02-29', /is a day that does not exist/],
    ['2025-02-30', /is a day that does not exist/],
    ['2025-04-31', /is a day that does not exist/],
    ['2025-12-32', /is a day that does not exist/],
    ['2025-12-00', /is a day that does not exist/],
    ['../2025-02-30', /"2025-02-30" is a day that does not exist/],
  ],
  'a month that does not exist': [
    ['2025-13', /names a month that does not exist/],
    ['2025-00', /names a month that does not exist/],
    ['2025-11-24/2025-13-01', /"2025-13-01" names a month that does not exist/],
  ],
  'a season': [
    ['2025-21', /names a month that does not exist; seasons are not taken/],
    ['2025-24', /names a month that does not exist; seasons are not taken/],
  ],
  'an interval that ends before it starts': [
    ['2025-12-15/2025-12-14', /ends before it starts/],
    ['2025-12/2025-11-30', /ends before it starts/],
    ['2026/2025', /ends before it starts/],
  ],
  'a year that has not four digits, or is negative': [
    ['-2025', /negative and long years are not taken/],
    ['-2025-01-01', /negative and long years are not taken/],
    ['-0001', /negative and long years are not taken/],
    ['Y12025', /negative and long years are not taken/],
    ['Y-17E7', /negative and long years are not taken/],
    ['12025-01-01', /negative and long years are not taken/],
    ['+2025-01-01', /negative and long years are not taken/],
    ['225', /four-digit year/],
  ],
  'a time of day': [
    ['2025-12-15T10:00', /times.* are not taken/],
    ['2025-12-15T10:00:00Z', /times.* are not taken/],
    ['2025-12-15T10:00:00+01:00/2025-12-16', /times.* are not taken/],
  ],
  'a set, a list or more than two ends': [
    ['[2025-11,2025-12]', /sets.* are not taken/],
    ['{2025-11,2025-12}', /is not a date/],
    ['2025-11-24,2025-11-30', /is not a date/],
    ['2025-12-15/2025-12-20/2025-12-25', /is not an EDTF date/],
  ],
  'more of EDTF than its level 1': [
    ['2025-?12', /is not a date/],
    ['?2025-12', /is not a date/],
    ['2025-12-15~?', /is not a date/],
    ['2025-12-1X', /is not a date/],
    ['2025-XX-31', /is not an EDTF date of level 0 or 1/],
    ['2XXX', /is not an EDTF date of level 0 or 1/],
    ['202X-02', /is not an EDTF date of level 0 or 1/],
  ],
  'no date at all': [
    ['', /is not a date/],
    ['..', /is not a date/],
    ['soon', /is not a date/],
    ['15.12.2025', /is not a date/],
    ['2025-1-5', /is not a date/],
    ['2025-12-15 ', /is not a date/],
    [' 2025-12-15', /is not a date/],
    ['2025-12-15\n', /is not a date/],
    ['2025-xx', /is not a date/],
    ['２０２５', /is not a date/],
    ['2025-12-15/unknown', /"unknown" is not a date/],
  ],
};

describe.each(Object.entries(REFUSED))('%s is refused with its reason', (_, dates) => {
  it.each(dates)('%j', (edtf, reason) => {
    const checking = (): unknown => checkedWindow(edtf);
    expect(checking).toThrow(InvalidDate);
    expect(checking).toThrow(reason);
  });
});
