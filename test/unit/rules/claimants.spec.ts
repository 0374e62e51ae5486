import { claimantsOf } from '../../../src/rules/claimants.js';
import { position } from '../../support/histories-by-hand.js';
import { told } from './seen.js';

type Told = NonNullable<Parameters<typeof position>[3]>;

/** `ann` is a person of `a`, `bob` of `b`, `stray` a person of no party. */
const partyOf = (id: string): string | null | undefined => ({ ann: 'a', bob: 'b', stray: null })[id];

const CLAIMANTS: readonly [string, Told, readonly string[] | null][] = [
  ['the source speaks by itself where neither claim nor speaker is given', {}, null],
  ['a party speaks for itself', { by: ['a'] }, ['a']],
  ['a person speaks for the party that the person is of', { by: ['ann'] }, ['a']],
  ['a name speaks for the party given with it', { by: [{ name: 'an aide', party: 'b' }] }, ['b']],
  ['a name without a party speaks for none', { by: [{ name: 'a', party: null }] }, []],
  ['a person without a party speaks for none', { by: ['stray'] }, []],
  ['the speaker speaks where the claim names nobody', { speaker: 'ann' }, ['a']],
  ['a speaker given by name with another party speaks for that of the report', { speaker: { name: 'an aide', party: 'b' } }, ['a']],
  ['the claim comes before the speaker', { by: ['b'], speaker: 'ann' }, ['b']],
  ['the speaker speaks for the party of the report, though registered with another one', { speaker: 'bob' }, ['a']],
  ['the speaker speaks for the party of the report, though registered with none', { speaker: 'stray' }, ['a']],
  [
    'the speaker speaks for the party of the report, though given by name without one',
    { speaker: { name: 'an aide', party: null } },
    ['a'],
  ],
  ['a claim that names the speaker is the speaker speaking', { by: ['bob'], speaker: 'bob' }, ['a']],
  [
    'a claim that names the speaker by the same name is the speaker speaking',
    { by: [{ name: 'an aide', party: 'b' }], speaker: { name: 'an aide', party: 'b' } },
    ['a'],
  ],
  [
    'a claim that names somebody of the name of the speaker, but of another party, is not',
    { by: [{ name: 'an aide', party: 'b' }], speaker: { name: 'an aide', party: 'c' } },
    ['b'],
  ],
  ['whoever is named beside the speaker speaks for its own party', { by: ['bob', 'c'], speaker: 'bob' }, ['a', 'c']],
  ['several speak, each party once, by id', { by: ['b', 'ann', 'a'] }, ['a', 'b']],
];

describe('the parties whose own words a report gives', () => {
  it.each(CLAIMANTS)('%s', (_, words, expected) => {
    expect(claimantsOf(position('r', 'a', 'demands', words), partyOf)).toEqual(expected);
  });

  it('a report of another type has no speaker', () => {
    const content = told((story) => story.agreement('r', ['a'], ['p']));
    expect(claimantsOf(content, partyOf)).toBeNull();
  });
});
