import { isCounted } from '../../../src/rules/counted.js';
import type { Voice } from '../../../src/vocabulary/voice.js';

describe('of the stances on an issue', () => {
  it.each<[string, Voice, string[], boolean]>([
    ["a party's own words count", 'own', [], true],
    ["the source's own reporting counts", 'source', [], true],
    ['what somebody else says of a party does not', 'other', [], false],
    ['what the source guesses does not', 'guess', [], false],
    ['that of a principal counts', 'own', ['a', 'b'], true],
    ['that of another party does not, where there are principals', 'own', ['b', 'c'], false],
    ['what somebody else says of a principal does not count either', 'other', ['a', 'b'], false],
  ])('%s', (_, voice, principals, expected) => {
    expect(isCounted({ party: 'a', voice }, principals)).toBe(expected);
  });
});
