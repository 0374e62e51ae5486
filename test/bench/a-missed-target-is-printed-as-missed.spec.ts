import { sizesUpTo } from '../../bench/bench-options.js';
import { targetsTable } from '../../bench/figures/markdown.js';
import { median, quantile } from '../../bench/figures/quantiles.js';
import { atLeast, atMost, info } from '../../bench/figures/rows.js';

const linesOf = (text: string): string[][] => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

it('each target is a line that says whether it is met', () => {
  const table = targetsTable([
    atLeast('rebuild', 0.31, 0.3, '31 against 100 events/s'),
    atLeast('import', 0.2, 0.25),
    atMost('memory', 300, 300, ' MB'),
    atMost('p99', Infinity, 50, ' ms'),
    info('answer', '28 KB'),
  ]);
  expect(linesOf(table).map((cells) => cells.slice(1, -1))).toEqual([
    ['what', 'measured', 'target', 'met'],
    expect.arrayContaining([]),
    ['rebuild', '0.31 (31 against 100 events/s)', '≥ 0.3', 'yes'],
    ['import', '0.20', '≥ 0.25', '**missed**'],
    ['memory', '300 MB', '≤ 300 MB', 'yes'],
    ['p99', '– ms', '≤ 50 ms', '**missed**'],
    ['answer', '28 KB', '', ''],
  ]);
});

it('what could not be measured is no target that is met', () => {
  expect(atLeast('a', NaN, 1).isMet).toBe(false);
  expect(atMost('a', NaN, 1).isMet).toBe(false);
});

it('of a hundred values the median is the 51st and p99 the last', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([median(values), quantile(values, 0.99)]).toEqual([51, 100]);
});

it('the largest size that is asked for is measured, and each usual one below it', () => {
  expect(sizesUpTo(undefined, false)).toEqual([1_000, 10_000, 100_000, 1_000_000]);
  expect(sizesUpTo(30_000, false)).toEqual([1_000, 10_000, 30_000]);
  expect(sizesUpTo(500, true)).toEqual([500]);
});
