import { earlierState } from '../../bench/figures/earlier-states.js';
import { behind } from '../../bench/figures/markdown.js';

const PRINTED = behind([
  {
    rows: [],
    tables: [
      { title: 'Something else', head: ['reports', 'D, K, R', 'p50 ms'], body: [['1,000', 'none', '9']] },
      {
        title: 'State of the largest issue, in process',
        head: ['reports', 'D, K, R', 'p50 ms', 'p99 ms'],
        body: [
          ['1,000', 'none', '0.31', '1'],
          ['1,000,000', 'none', '1,234', '2,000'],
          ['1,000,000', 'K = D', '21.1', '40'],
          ['1,000,000, 20 % late', 'K = D', '30', '40'],
        ],
      },
    ],
  },
]);

it.each([
  ['1,000', 'none', 0.31],
  ['1,000,000', 'none', 1_234],
  ['1,000,000', 'K = D', 21.1],
])('at %s reports, %s: %d ms', (reports, mix, milliseconds) => {
  expect(earlierState(PRINTED, reports, mix)).toBe(milliseconds);
});

it.each([
  ['10,000', 'none'],
  ['1,000', 'K = D'],
])('at %s reports, %s: nothing was printed', (reports, mix) => {
  expect(earlierState(PRINTED, reports, mix)).toBeUndefined();
  expect(earlierState('', reports, mix)).toBeUndefined();
});
