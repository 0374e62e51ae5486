import { ageInDays } from '../../../src/rules/age.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { day } from './seen.js';

describe('the age of what rests on some reports', () => {
  it.each<[string, string[], number | null]>([
    ['is the days since it occurred', ['2026-01-01'], 9],
    ['is none on the day itself', ['2026-01-10'], 0],
    ['counts from the last day on which it may have occurred', ['2025-12-01/2026-01-05'], 5],
    ['counts from the latest of them', ['2026-01-01', '2026-01-07', '2025-12-24'], 3],
    ['is below zero where one of them may be still to come', ['2026-01-01', '2026-01-05/2026-01-12'], -2],
    ['is not known where one of them has no last day', ['2026-01-01', '2026-01-05/..'], null],

    ['is that of an undated one by its last day', ['../2026-01-01'], 9],
  ])('%s', (_, occurred, expected) => {
    expect(ageInDays(occurred.map(windowOf), day('2026-01-10'))).toBe(expected);
  });
});
