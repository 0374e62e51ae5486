import { isHeard, voiceOf } from '../../../src/rules/voice.js';
import type { Voice } from '../../../src/vocabulary/voice.js';

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

it('is heard where all voices are, or its own is among them', () => {
  expect(isHeard(0, true, {})).toBe(true);
  expect(isHeard(0, true, { voices: ['own', 'other'] })).toBe(true);
  expect(isHeard(0, true, { voices: ['own', 'source'] })).toBe(false);
  expect(isHeard(1, false, { voices: ['own'] })).toBe(false);
});
