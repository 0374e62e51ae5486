import { whenTold } from '../../../src/rules/when.js';
import { position } from '../../support/histories-by-hand.js';
import { seen, type Standing } from './seen.js';

describe('when it was what a report tells', () => {
  it.each<[string, Standing, string]>([
    ['is its occurred, as written', { occurred: '2025-12~', published: '2026-01-05' }, '2025-12~'],
    ['is an open occurred, as written', { occurred: '../2025-12-01', published: '2026-01-05' }, '../2025-12-01'],
    ['is by the day of its source, where it gives none', { published: '2026-01-05' }, '../2026-01-05'],
    ['is by the last day of its source, where that is not known to the day', { published: '2026-01' }, '../2026-01-31'],
    ['is by the end of its source, where that came out between two days', { published: '2026-01-05/2026-01-07' }, '../2026-01-07'],
    ['is the date of a source without a last day, as written', { published: '2026-01-05/..' }, '2026-01-05/..'],
    ['is by the last day of its source, where that has no first day', { published: '/2026-01-05~' }, '../2026-01-05'],
  ])('%s', (_, standing, expected) => {
    expect(whenTold(seen(position('r', 'a', 'demands'), standing))).toBe(expected);
  });
});
