import { coverageOf } from '../../../src/rules/coverage.js';
import { targetVerdicts } from '../../../src/rules/targets.js';
import { ON_Q, stance } from './stance-of.js';

const STANCES = [
  stance('c', 'rejects'),
  stance('a', 'accepts'),
  stance('a', 'accepts', ON_Q),
  stance('b', 'accepts', { ...ON_Q, voice: 'other', by: ['a'] }),
];
const coverage = (stances: typeof STANCES, principals: string[]) => coverageOf(stances, targetVerdicts(stances, principals), principals);

describe('what convergence covers', () => {
  it('is how many targets of how many propositions, and whoever is heard by own words, by id', () => {
    expect(coverage(STANCES, [])).toEqual({ targets: 1, propositions: 2, heard: ['a', 'c'], silent: [] });
  });

  it('is of the principals alone, where there are some, and names those that are silent, by id', () => {
    expect(coverage(STANCES, ['z', 'b', 'a'])).toEqual({ targets: 0, propositions: 2, heard: ['a'], silent: ['b', 'z'] });
  });

  it('leaves out a proposition on which only others are heard', () => {
    expect(coverage(STANCES, ['c', 'b'])).toEqual({ targets: 0, propositions: 1, heard: ['c'], silent: ['b'] });
  });

  it('names all principals as silent where nothing is reported', () => {
    expect(coverage([], ['b', 'a'])).toEqual({ targets: 0, propositions: 0, heard: [], silent: ['a', 'b'] });
  });
});
