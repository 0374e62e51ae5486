import { z } from 'zod';
import { overlapHours } from '../http/fields/overlap.js';
import { id } from '../http/fields/text.js';
import { KINDS } from './webhook.js';

const LONGEST_URL = 2_000;
const LONGEST_OVERLAP_HOURS = 24 * 30;

/** What a new webhook is to be. */
export const webhookSchema = z
  .strictObject({
    url: z
      .string()
      .max(LONGEST_URL)
      .describe('Where changes are posted to: https, and a public address, unless WEBHOOK_TARGETS says otherwise'),
    issue: id.nullable().default(null).describe('Only changes of this issue'),
    party: id.nullable().default(null).describe('Only stances of this party, and agreements that it signed'),
    kinds: z
      .array(z.enum(KINDS))
      .max(KINDS.length)
      .nullish()
      .transform((kinds) => kinds ?? [])
      .describe('Only changes of these kinds, the first part of their path; left out or empty: all'),
    after: z
      .string()
      .regex(/^\d{1,19}$/, 'a position is a decimal number')
      .nullable()
      .default(null)
      .describe('A position: what was recorded behind it is told. Left out: what is recorded from now on'),
  })
  .meta({ id: 'WebhookWish' });
export type WebhookBody = z.output<typeof webhookSchema>;

/** How a secret is to be rotated. */
export const secretRotationSchema = z
  .strictObject({
    overlapHours: overlapHours(LONGEST_OVERLAP_HOURS, 'So long the secret before it signs too; 0: not any more'),
  })
  .meta({ id: 'SecretRotation' });
export type SecretRotationBody = z.output<typeof secretRotationSchema>;
