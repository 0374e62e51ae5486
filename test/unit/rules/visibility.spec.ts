import { certainIfAll, certainIfAny, isVisible, occurredWindow, uncertainAxes } from '../../../src/rules/visibility.js';
import { type DayWindow, windowOf } from '../../../src/vocabulary/edtf-window.js';
import { day } from './seen.js';

const w = (edtf: string): DayWindow => windowOf(edtf);

describe('the occurred window', () => {
  it.each([
    ['is that of the publication where none is given', null, '2026-01-05/2026-01-06', '2026-01-05/2026-01-06'],
    ['stays where it ends by the publication', '2026-01-01/2026-01-06', '2026-01-05/2026-01-06', '2026-01-01/2026-01-06'],
    ['is cut off at the last day of the publication', '2026-01-01/2026-01-09', '2026-01-05/2026-01-06', '2026-01-01/2026-01-06'],
    ['is cut off there where it is open', '2026-01-01/..', '2026-01-05', '2026-01-01/2026-01-05'],
    ['is the last day of the publication where it lies after it', '2026-01-08/2026-01-09', '2026-01-05/2026-01-06', '2026-01-06'],
    ['keeps an open start', '../2026-01-03', '2026-01-05', '../2026-01-03'],
    ['stays open where the publication is open too', '2026-01-01/..', '2026-01-05/..', '2026-01-01/..'],
  ])('%s', (_, occurred, published, expected) => {
    expect(occurredWindow(occurred === null ? null : w(occurred), w(published))).toEqual(w(expected));
  });
});

describe('a report that may have happened 3 to 5 January and was published 6 to 8 January', () => {
  const [occurred, published] = [w('2026-01-03/2026-01-05'), w('2026-01-06/2026-01-08')];

  it.each([
    ['2026-01-03', '2026-01-06', true, ['occurred', 'published']],
    ['2026-01-02', '2026-01-06', false, ['occurred', 'published']],
    ['2026-01-03', '2026-01-05', false, ['occurred', 'published']],
    ['2026-01-04', '2026-01-08', true, ['occurred']],
    ['2026-01-05', '2026-01-08', true, []],
    ['2026-01-05', '2026-01-07', true, ['published']],
    ['2026-02-01', '2026-02-01', true, []],
  ])('at D = %s and K = %s: visible %s, uncertain on %j', (asOf, knownBy, visible, uncertain) => {
    const at = { asOf: day(asOf), knownBy: day(knownBy) };
    expect(isVisible(occurred, published, at)).toBe(visible);
    expect(uncertainAxes(occurred, published, at)).toEqual(uncertain);
  });

  it('is certain on the published axis where K has no limit', () => {
    expect(uncertainAxes(occurred, w('2026-01-06/..'), { asOf: day('2026-01-05'), knownBy: Infinity })).toEqual([]);
  });
});

describe('several certainties', () => {
  it.each([
    [[], 'certain', 'possible'],
    [['certain', 'certain'], 'certain', 'certain'],
    [['certain', 'possible'], 'possible', 'certain'],
    [['possible'], 'possible', 'possible'],
  ] as const)('%j: all %s, any %s', (certainties, all, any) => {
    const items = certainties.map((certainty) => ({ certainty }));
    expect(certainIfAll(items)).toBe(all);
    expect(certainIfAny(items)).toBe(any);
  });
});
