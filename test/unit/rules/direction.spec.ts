import { direction } from '../../../src/rules/direction.js';

describe('the direction of a party', () => {
  it.each<[string, number | undefined, number, ReturnType<typeof direction>]>([
    ['a No that weakens moves toward', -3, -1, 'toward'],
    ['a Yes that weakens moves away', 2, 1, 'away'],
    ['a Yes that strengthens moves toward', 1, 3, 'toward'],
    ['a No that strengthens moves away', -1, -3, 'away'],
    ['whoever turns from No to Yes moves toward', -2, 1, 'toward'],
    ['whoever turns from Yes to No moves away', 1, -2, 'away'],
    ['whoever gives up a No for nothing moves toward', -2, 0, 'toward'],
    ['whoever says the same again moves nowhere', 2, 2, null],
    ['whoever has said nothing before moves nowhere', undefined, -2, null],
  ])('%s', (_, previous, current, expected) => {
    expect(direction(previous, current)).toBe(expected);
  });
});
