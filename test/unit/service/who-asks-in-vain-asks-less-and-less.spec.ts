import { growingWaits } from '../../../src/service/growing-waits.js';

it('each wait is twice the one before, up to the longest', () => {
  expect(growingWaits(500, 5_000).take(7).toArray()).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
});
