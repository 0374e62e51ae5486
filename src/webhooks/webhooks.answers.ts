import { z } from 'zod';
import type { Delivery } from './webhook.js';

const instant = z.string().describe('RFC 3339');
const delivery = z.object({
  id: z.string().describe('Of the event: `webhook-id`'),
  at: instant,
  status: z.int(),
  attempts: z.int(),
}) satisfies z.ZodType<Delivery>;
const failing = z
  .object({ id: z.string(), attempts: z.int(), since: instant, error: z.string(), nextAt: instant })
  .nullable()
  .describe('What the receiver does not take just now, and when it is tried again; all else waits behind it');
const webhook = z.object({
  id: z.string(),
  url: z.string(),
  issue: z.string().nullable(),
  party: z.string().nullable(),
  kinds: z.array(z.string()),
  createdAt: instant,
  createdBy: z.string(),
  position: z.string().describe('Up to here in the log all is delivered, or not asked for'),
  failing,
});
export type WebhookView = z.output<typeof webhook>;
const madeWebhook = webhook.extend({ secret: z.string().describe('What signs, told this once: `whsec_…`') });
export type MadeWebhookView = z.output<typeof madeWebhook>;

/** What the routes of webhooks answer. */
export const webhookAnswer = webhook.meta({ id: 'Webhook' });
export const webhooksAnswer = z.object({ items: z.array(webhookAnswer) }).meta({ id: 'Webhooks' });
export const madeWebhookAnswer = madeWebhook.meta({ id: 'MadeWebhook' });
const deliveries = z.object({ items: z.array(delivery), failing });
export type DeliveriesView = z.output<typeof deliveries>;
export const deliveriesAnswer = deliveries.meta({ id: 'Deliveries' });
