import { z } from 'zod';
import type { RenewalReason } from '../read-model/rebuilding/rebuild-progress.js';

const count = z.int().nonnegative();
const position = z.string().describe('A position in the log');

const RENEWALS = ['form', 'version', 'damage', 'other-log'] as const satisfies RenewalReason[];

const parked = z.object({
  position,
  type: z.string(),
  negotiation: z.string(),
  issues: z.array(z.string()).describe('The issues that are degraded'),
  error: z.string(),
});

const rebuild = z.object({
  state: z.enum(['running', 'swapped', 'failed']),
  phase: z.enum(['building', 'comparing']),
  reason: z.enum(['asked', 'parked', ...RENEWALS]),
  position,
  head: position,
  percent: z.number(),
  eventsPerSecond: count.nullable(),
  secondsLeft: count.nullable().describe('Estimated'),
  same: z
    .boolean()
    .nullable()
    .describe('Whether the new file held the same rows as the old one; null where there was nothing to compare with'),
  cleared: count.nullable().describe('How many events were parked before and are not any more'),
  error: z.string().nullable(),
});

const projection = z.object({
  name: z.string(),
  version: z.int().describe('Of the file in use'),
  wantedVersion: z.int().describe('Of this program: where they differ, a rebuild is under way'),
  position,
  head: position,
  lag: z.string(),
  damaged: z.boolean().describe('Then nothing is answered until the rebuild is done'),
  renewal: z.enum(RENEWALS).nullable().describe('Why the file in use is being replaced: what is answered until then comes from it'),
  parked: z.array(parked).describe('The first hundred of them'),
  parkedCount: count,
  rebuild: rebuild.nullable().describe('The last one since the start'),
});

const retry = z.object({
  status: z.enum(['nothing-parked', 'still-parked', 'rebuilding']),
  parked: count.describe('How many events are parked'),
  tried: count.describe('How many of them were tried: the first fifty'),
  promising: count.describe('How many of those can be read now'),
});

/** What the routes of `/v1/admin/projections` answer. */
export const projectionsAnswer = z.object({ items: z.array(projection.meta({ id: 'Projection' })) }).meta({ id: 'Projections' });
export const startedAnswer = z.object({ status: z.literal('started') }).meta({ id: 'RebuildStarted' });
export const retryAnswer = retry.meta({ id: 'RetryOfParked' });
