import { rankOf } from '../../../src/rules/rank.js';
import { position } from '../../support/histories-by-hand.js';

type Told = NonNullable<Parameters<typeof position>[3]>;

const RANKS: readonly [string, Told['form'], readonly string[] | null, 0 | 1][] = [
  ['own words in a direct quote', 'direct-quote', ['a'], 1],
  ['own words, whatever their form: hedged', 'hedged', ['a'], 1],
  ['own words, whatever their form: analysis', 'analysis', ['a', 'b'], 1],
  ['a claim of somebody else, even a direct quote', 'direct-quote', ['b'], 0],
  ['a claim of somebody of no party', 'stated', [], 0],
  ['the reporting of the source itself', 'stated', null, 1],
  ['what the source attributes without a name', 'attributed', null, 1],
  ['a quote that the source gives without a name', 'direct-quote', null, 1],
  ['what the source hedges', 'hedged', null, 0],
  ['the analysis of the source', 'analysis', null, 0],
];

describe('the rank', () => {
  it.each(RANKS)('of %s (%s, %j) is %4$d', (_, form, claimants, rank) => {
    expect(rankOf(position('r', 'a', 'demands', { ...(form && { form }) }), claimants, 'a')).toBe(rank);
  });
});
