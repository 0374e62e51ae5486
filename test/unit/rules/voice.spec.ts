import { type Voice, voiceOf } from '../../../src/rules/voice.js';

describe('the voice of a statement', () => {
  it.each<[0 | 1, boolean, Voice]>([
    [1, true, 'own'],
    [1, false, 'source'],
    [0, true, 'other'],
    [0, false, 'guess'],
  ])('of rank %d, somebody named: %s, is %s', (rank, isClaimed, expected) => {
    expect(voiceOf(rank, isClaimed)).toBe(expected);
  });
});
