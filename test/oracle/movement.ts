export type Movement = 'weakened' | 'strengthened' | 'reversed' | 'restated';
export type Direction = 'toward' | 'away';

/** From one weight to another; zero counts with either sign. Design 4, "movement". */
export function movementBetween(previous: number, current: number): Movement {
  if (previous === current) return 'restated';
  if ((previous > 0 && current < 0) || (previous < 0 && current > 0)) return 'reversed';
  return Math.abs(current) < Math.abs(previous) ? 'weakened' : 'strengthened';
}

/** A No that weakens moves toward. Design 4, "direction". */
export function directionBetween(previous: number, current: number): Direction | null {
  if (previous === current) return null;
  return current > previous ? 'toward' : 'away';
}
