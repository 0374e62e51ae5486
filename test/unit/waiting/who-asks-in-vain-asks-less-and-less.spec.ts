import { growingWaitMs } from '../../../src/waiting/growing-wait.js';

const TRIES = [1, 2, 3, 4, 5, 6, 7];

it('each wait is twice the one before, up to the longest', () => {
  const waits = TRIES.map((tries) => growingWaitMs({ firstMs: 500, longestMs: 5_000 }, tries));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});

it.each([
  [0, 250],
  [0.5, 375],
  [1, 500],
])('with jitter of %s the first one of 500 ms is %s ms', (jitter, ms) => {
  expect(growingWaitMs({ firstMs: 500, longestMs: 5_000, jitter: () => jitter }, 1)).toBe(ms);
});
