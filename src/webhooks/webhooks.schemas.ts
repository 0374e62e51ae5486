import { z } from 'zod';
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
    overlapHours: z
      .number()
      .min(0)
      .max(LONGEST_OVERLAP_HOURS)
      .default(24)
      .describe('So long the secret before it signs too; 0: not any more'),
  })
  .meta({ id: 'SecretRotation' });
export type SecretRotationBody = z.output<typeof secretRotationSchema>;

const instant = z.string().describe('RFC 3339');
const delivery = z.object({
  id: z.string().describe('Of the event: `webhook-id`'),
  at: instant,
  status: z.int(),
  attempts: z.int(),
});
const webhook = z.object({
  id: z.string(),
  url: z.string(),
  issue: z.string().nullable(),
  party: z.string().nullable(),
  kinds: z.array(z.string()),
  createdAt: instant,
  createdBy: z.string(),
  position: z.string().describe('Up to here in the log all is delivered, or not asked for'),
  failing: z
    .object({ id: z.string(), attempts: z.int(), since: instant, error: z.string(), nextAt: instant })
    .nullable()
    .describe('What the receiver does not take just now, and when it is tried again; all else waits behind it'),
});
export type WebhookView = z.output<typeof webhook>;
const madeWebhook = webhook.extend({ secret: z.string().describe('What signs, told this once: `whsec_…`') });
export type MadeWebhookView = z.output<typeof madeWebhook>;

/** What the routes of webhooks answer. */
export const webhookAnswer = webhook.meta({ id: 'Webhook' });
export const webhooksAnswer = z.object({ items: z.array(webhookAnswer) }).meta({ id: 'Webhooks' });
export const madeWebhookAnswer = madeWebhook.meta({ id: 'MadeWebhook' });
export const deliveriesAnswer = z.object({ items: z.array(delivery) }).meta({ id: 'Deliveries' });
