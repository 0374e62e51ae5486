import { PlacesByReport } from '../../../src/read-model/reading/places-by-report.js';

it('the places of a report are found in order, whatever came in between', () => {
  const places = new PlacesByReport([9, 4, 7, 1, 4_194_303], [12, 3, 12, 5, 2_000_000_000]);
  expect([places.of(12), places.of(3), places.of(5), places.of(2_000_000_000)]).toEqual([[7, 9], [4], [1], [4_194_303]]);
});

it('a report that nothing has to do with has no places, between others, before and behind them', () => {
  const places = new PlacesByReport([0, 2], [3, 5]);
  expect([places.of(1), places.of(4), places.of(6), new PlacesByReport([], []).of(1)]).toEqual([[], [], [], []]);
});
