/** Which way a party moved: towards the target, or away from it. */
export type Direction = 'toward' | 'away';

/**
 * `toward` where the current weight is the larger, `away` where it is the smaller: a No that weakens moves toward. Design 4,
 * "movement".
 * @returns null without a previous weight, and for the same weight
 */
export function direction(previous: number | undefined, current: number): Direction | null {
  if (previous === undefined || previous === current) return null;
  return current > previous ? 'toward' : 'away';
}
