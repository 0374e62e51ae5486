import type { EventStore } from '../event-store/event-store.js';

/**
 * Where webhooks are kept: a log beside that of the negotiations, or streams of their own in the same one, which no projection and no
 * export sees.
 */
export abstract class WebhookStore implements Pick<EventStore, 'append' | 'readStream'> {
  abstract readonly append: EventStore['append'];
  abstract readonly readStream: EventStore['readStream'];
}
