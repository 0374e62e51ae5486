import { byEnd, byStrength, descending, greatest, withoutRepeats } from '../../../src/rules/order.js';
import { said } from './seen.js';

const WEAKER_FIRST: readonly [string, Parameters<typeof said>[2], Parameters<typeof said>[2]][] = [
  ['the rank comes before every date', { rank: 0, occurred: '2026-01-09' }, { rank: 1, occurred: '../2026-01-02' }],
  ['the later start is the stronger', { occurred: '2026-01-01/2026-01-09' }, { occurred: '2026-01-02/2026-01-03' }],
  ['an undated one, open at its start, is weaker than a dated one', { occurred: '../2026-01-09' }, { occurred: '2026-01-02' }],
  ['of the same start, the later end', { occurred: '2026-01-01/2026-01-02' }, { occurred: '2026-01-01/2026-01-03' }],
  ['of the same start, an open end is the latest', { occurred: '2026-01-01/2026-01-02' }, { occurred: '2026-01-01/..' }],
  [
    'of the same window, the later publication by its end',
    { occurred: '2026-01-01', published: '2026-01-05/2026-01-06' },
    { occurred: '2026-01-01', published: '2026-01-04/2026-01-07' },
  ],
  [
    'the end comes before the publication',
    { occurred: '2026-01-01/2026-01-02', published: '2026-01-09' },
    { occurred: '2026-01-01/2026-01-03', published: '2026-01-05' },
  ],
  [
    'the publication comes before the position',
    { occurred: '2026-01-01', published: '2026-01-05', firstPosition: 9 },
    { occurred: '2026-01-01', published: '2026-01-06', firstPosition: 1 },
  ],
  ['all else the same, the one recorded later', { firstPosition: 9 }, { firstPosition: 10 }],
  ['of two without any end, the one recorded later', { occurred: '../..', firstPosition: 9 }, { occurred: '../..', firstPosition: 10 }],
];

describe('strength', () => {
  it.each(WEAKER_FIRST)('%s', (_, weaker, stronger) => {
    const [a, b] = [said('weaker', 'demands', weaker), said('stronger', 'demands', stronger)];
    expect(byStrength(a, b)).toBeLessThan(0);
    expect(byStrength(b, a)).toBeGreaterThan(0);
    expect(byStrength(a, a)).toBe(0);
  });

  it('without a rank takes it as 1', () => {
    const { rank: _, ...unranked } = said('unranked', 'demands', { occurred: '2026-01-01' });
    expect(byStrength(said('claim', 'demands', { rank: 0, occurred: '2026-01-09' }), unranked)).toBeLessThan(0);
    expect(byStrength(said('own', 'demands', { occurred: '2026-01-01' }), unranked)).toBe(0);
  });
});

describe('the latest', () => {
  it.each([
    ['goes by the end, not by the start', { occurred: '2026-01-05/2026-01-06' }, { occurred: '2026-01-01/2026-01-07' }],
    [
      'goes by the end of publication next',
      { occurred: '2026-01-05', published: '2026-01-06' },
      { occurred: '2026-01-05', published: '2026-01-07' },
    ],
    [
      'goes by its end before its publication',
      { occurred: '2026-01-02', published: '2026-01-09' },
      { occurred: '2026-01-03', published: '2026-01-05' },
    ],
    [
      'goes by its publication before its position',
      { occurred: '2026-01-01', published: '2026-01-05', firstPosition: 9 },
      { occurred: '2026-01-01', published: '2026-01-06', firstPosition: 1 },
    ],
    ['goes by the position last', { firstPosition: 2 }, { firstPosition: 3 }],
  ])('%s', (_, earlier, later) => {
    const [a, b] = [said('earlier', 'demands', earlier), said('later', 'demands', later)];
    expect(byEnd(a, b)).toBeLessThan(0);
    expect(byEnd(b, a)).toBeGreaterThan(0);
    expect(byEnd(a, { ...a, firstPosition: a.firstPosition })).toBe(0);
  });
});

describe('lists', () => {
  const byNumber = (a: number, b: number): number => a - b;

  it('the strongest comes first, in a copy', () => {
    const items = [1, 3, 2];
    expect(descending(items, byNumber)).toEqual([3, 2, 1]);
    expect(items).toEqual([1, 3, 2]);
  });

  it('the greatest of none is undefined', () => {
    expect(greatest([2, 3, 1], byNumber)).toBe(3);
    expect(greatest([], byNumber)).toBeUndefined();
  });

  it('a repeated value stands where it came first', () => {
    expect(withoutRepeats(['b', 'a', 'b'])).toEqual(['b', 'a']);
  });
});
