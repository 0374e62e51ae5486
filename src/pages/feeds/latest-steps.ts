import type { Step } from '../asking/change-shapes.js';

/** Steps that are looked at in one go. */
export const MOST_STEPS = 400;
const LONGEST_MS = 366 * 86_400_000;
const SHORTEST_MS = 1_000;
const SHRINKS_BY = 8;

/**
 * The last steps of a way that goes on: it can only be walked forward, so it is begun nearer and nearer to its end until the rest
 * of it is short.
 * @param stepsSince from an instant on, at most {@link MOST_STEPS}
 * @param now in milliseconds since 1970
 * @returns the latest first
 */
export async function latestSteps(stepsSince: (instant: string) => Promise<Step[]>, now: number): Promise<Step[]> {
  for (let back = LONGEST_MS; ; back /= SHRINKS_BY) {
    const steps = await stepsSince(new Date(now - back).toISOString());
    if (steps.length < MOST_STEPS || back < SHORTEST_MS) return steps.reverse();
  }
}
