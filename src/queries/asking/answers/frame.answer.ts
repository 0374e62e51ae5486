import { z } from 'zod';
import { VOICES } from '../../../vocabulary/voice.js';
import type { AtView } from '../at-view.js';

/** The point on the three axes that an answer stands for. */
export const at = z
  .object({
    asOf: z.string().describe('D: what had happened by the end of this day'),
    knownBy: z.string().nullable().describe('K: what was published by the end of this day; null: no limit'),
    recordedBy: z.string().describe('R: what was stored up to this position: `@POSITION`'),
    certainty: z.enum(['any', 'certain']).describe('certain: what is only possible is left out'),
    without: z.array(z.string()).optional().describe('`source:ID`: told as if these sources were not there'),
    voice: z.array(z.enum(VOICES)).optional().describe('Only statements of these voices count'),
  })
  .meta({ id: 'At', description: 'The axes as really used' }) satisfies z.ZodType<AtView>;

/** The answer of a read that is no list: `at`, and what is told of it. */
export function readAnswer<S extends z.ZodRawShape>(id: string, shape: S) {
  return z.object({ at, ...shape }).meta({ id });
}

/** The answer of a list: `at`, a page of items, and where it goes on. */
export function listAnswer<T extends z.ZodType, S extends z.ZodRawShape>(id: string, item: T, more?: S) {
  const next = z.string().nullable().describe('The URL of the next page, all axes fixed; null behind the last one');
  return z.object({ at, ...more, items: z.array(item), next }).meta({ id });
}
