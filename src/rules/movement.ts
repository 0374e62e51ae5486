export const MOVEMENTS = ['weakened', 'strengthened', 'reversed', 'restated'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/**
 * How a party moved from one weight to another; zero counts with either sign. Design 4, "movement".
 * @returns null without a previous weight
 */
export function movement(previous: number | undefined, current: number): Movement | null {
  if (previous === undefined) return null;
  if (previous === current) return 'restated';
  if (previous * current < 0) return 'reversed';
  return Math.abs(current) < Math.abs(previous) ? 'weakened' : 'strengthened';
}
