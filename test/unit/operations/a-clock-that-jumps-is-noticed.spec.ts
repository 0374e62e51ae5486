import { ClockJumps } from '../../../src/operations/clock-jumps.js';

it.each([
  ['goes on evenly', [0, 5_000, 10_000], [0, 0, 0]],
  ['is put right a little', [0, 5_400, 9_800], [0, 0, 0]],
  ['is set an hour ahead, once', [0, 3_605_000, 3_610_000], [0, 3_600_000, 0]],
  ['is set back', [0, 5_000, -50_000], [0, 0, -60_000]],
])('a clock that %s', (_, clock, jumps) => {
  const watch = new ClockJumps();
  expect(clock.map((now, i) => watch.jumped(1_772_000_000_000 + now, i * 5_000))).toEqual(jumps);
});
