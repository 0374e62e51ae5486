import type { Report } from '../../../src/pages/asking/report-shapes.js';
import { byDay, monthsFrom, weeksOf } from '../../../src/pages/meetings/month.js';
import { lanesOf } from '../../../src/pages/timeline/lanes.js';
import { parseDay } from '../../../src/vocabulary/day.js';

const report = (id: string, edtf: string | null, type: Report['type'] = 'PositionStated'): Report =>
  ({ id, type, occurred: edtf === null ? null : { edtf }, source: { id: 's' } }) as unknown as Report;
const day = (text: string): number => parseDay(text) ?? NaN;
const lanes = (...reports: Report[]) => lanesOf(new Map([['lane', reports]]), () => '2026-01-05/2026-01-06')[0]?.bars ?? [];

it('a window is a bar, an open start is short and marked, no date is the window of the source', () => {
  const bars = lanes(report('a', '2025-12-01/2025-12-03'), report('b', '../2025-12-20'), report('c', null));
  expect(bars.map(({ from, to, isOpen, isUndated }) => [from, to, isOpen, isUndated])).toEqual([
    [day('2025-12-01'), day('2025-12-03'), false, false],
    [day('2025-12-18'), day('2025-12-20'), true, false],
    [day('2026-01-05'), day('2026-01-06'), false, true],
  ]);
});

it('reports of one kind and window share a bar, others stand below each other where they overlap', () => {
  const bars = lanes(
    report('a', '2025-12-01'),
    report('b', '2025-12-01'),
    report('c', '2025-12-01', 'MeetingHeld'),
    report('d', '2025-12-05'),
  );
  expect(bars.map(({ reports, row }) => [reports.map(({ id }) => id).join(''), row])).toEqual([
    ['ab', 0],
    ['c', 1],
    ['d', 0],
  ]);
});

it('a date that is open on both sides is drawn nowhere', () => {
  expect(lanes(report('a', '../..'))).toEqual([]);
});

it('a month begins on a Monday and holds each of its days once', () => {
  const weeks = weeksOf('2026-02');
  expect(weeks[0]?.indexOf(day('2026-02-01'))).toBe(6);
  expect(weeks.flat().filter((one) => one !== null).length).toBe(28);
  expect(
    weeksOf('2024-02')
      .flat()
      .filter((one) => one !== null).length,
  ).toBe(29);
});

it('a meeting of several days is on each of them; one without a full date is on none', () => {
  const meetings = [{ when: '2026-01-30/2026-02-02' }, { when: '../2026-02-10' }, { when: null }];
  expect([...byDay(meetings, '2026-02').keys()]).toEqual([day('2026-02-01'), day('2026-02-02')]);
});

it.each([
  ['2026-01', -1, '2025-12'],
  ['2025-12', 1, '2026-01'],
  ['2026-06', 18, '2027-12'],
])('%s and %i months are %s', (month, months, other) => {
  expect(monthsFrom(month, months)).toBe(other);
});
