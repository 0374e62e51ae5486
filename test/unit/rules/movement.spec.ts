import { movement } from '../../../src/rules/movement.js';

describe('movement', () => {
  it.each<[number | undefined, number, ReturnType<typeof movement>]>([
    [undefined, 3, null],
    [undefined, 0, null],
    [2, 2, 'restated'],
    [0, 0, 'restated'],
    [-3, -3, 'restated'],
    [3, 2, 'weakened'],
    [-3, -1, 'weakened'],
    [-2, 0, 'weakened'],
    [1, 0, 'weakened'],
    [1, 2, 'strengthened'],
    [-1, -3, 'strengthened'],
    [0, 1, 'strengthened'],
    [0, -2, 'strengthened'],
    [1, -1, 'reversed'],
    [-1, 3, 'reversed'],
    [3, -3, 'reversed'],
  ])('from %s to %d is %s', (previous, current, expected) => {
    expect(movement(previous, current)).toBe(expected);
  });
});
