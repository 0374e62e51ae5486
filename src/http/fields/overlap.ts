import { z } from 'zod';

/** For how many hours what is rotated goes on beside what takes its place. @param longest in hours @param meaning as the documentation says it */
export function overlapHours(longest: number, meaning: string) {
  return z.number().min(0).max(longest).default(24).describe(meaning);
}
