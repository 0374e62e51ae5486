import { v4 as randomUuid } from 'uuid';
import { type Revision, RevisionConflict } from '../event-store/event-store.js';
import { tryAgain } from '../waiting/try-again.js';
import { Turns } from '../waiting/turns.js';
import { KeptWebhook } from './kept-webhook.js';
import type { WebhookStore } from './webhook-store.js';

const STREAM = 'webhooks';

interface Listed {
  readonly negotiation: string;
  readonly id: string;
}

/** All webhooks, of whichever node: one stream names them. */
export class WebhookList {
  private readonly known = new Map<string, KeptWebhook>();
  private revision: Revision = -1n;
  private readonly turns = new Turns();

  constructor(private readonly store: WebhookStore) {}

  /** All that were ever registered, as far as they are in the log. @throws StoreUnavailable */
  async all(): Promise<KeptWebhook[]> {
    return this.turns.take(STREAM, () => this.read());
  }

  /** Those of a negotiation that were not removed. @throws StoreUnavailable */
  async of(negotiation: string): Promise<KeptWebhook[]> {
    const ofIt = (await this.all()).filter((one) => one.negotiation === negotiation);
    await Promise.all(ofIt.map((one) => one.refresh()));
    return ofIt.filter(({ webhook }) => webhook !== undefined);
  }

  /** Names one whose own stream says what it is. @throws StoreUnavailable */
  async add({ negotiation, id }: Listed): Promise<void> {
    const event = randomUuid();
    const metadata = { postedBy: '', correlationId: event, causationId: event, version: 1 };
    const once = async (): Promise<void> => {
      await this.all();
      const expected = this.revision < 0n ? 'no-stream' : this.revision;
      await this.store.append(STREAM, [{ id: event, type: 'WebhookListed', data: { negotiation, id }, metadata }], expected);
    };
    // Another node may list one of its own just now.
    await tryAgain(once, { where: (error) => error instanceof RevisionConflict });
  }

  private async read(): Promise<KeptWebhook[]> {
    for await (const { data, revision } of this.store.readStream(STREAM, this.revision + 1n)) {
      const { negotiation, id } = data as unknown as Listed;
      const kept = new KeptWebhook(this.store, negotiation, id);
      this.known.set(`${negotiation} ${id}`, kept);
      this.revision = revision;
    }
    return [...this.known.values()];
  }
}
