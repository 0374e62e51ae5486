import { v4 as randomUuid } from 'uuid';
import { type Revision, RevisionConflict } from '../event-store/event-store.js';
import type { FollowedLog } from '../ports/followed-log.js';
import { tryAgain } from '../waiting/try-again.js';
import { OneAtATime } from '../waiting/one-at-a-time.js';
import { KeptWebhook } from './kept-webhook.js';
import type { WebhookStore } from './webhook-store.js';

const STREAM = 'webhooks';

interface Listed {
  readonly negotiation: string;
  readonly id: string;
}

/** All webhooks, of whichever node: one stream names them. */
export class WebhookList {
  private readonly met = new Map<string, KeptWebhook>();
  private known = new Set<KeptWebhook>();
  private revision: Revision = -1n;
  private epoch: string | undefined;
  private readonly oneAtATime = new OneAtATime();

  constructor(
    private readonly store: WebhookStore,
    private readonly log: FollowedLog,
  ) {}

  /** All that were ever registered, as far as they are in the log. @throws StoreUnavailable */
  async all(): Promise<KeptWebhook[]> {
    return this.oneAtATime.take(STREAM, () => this.read());
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
    const { epoch } = this.log;
    if (epoch !== this.epoch) {
      this.known = new Set();
      this.revision = -1n;
    }
    this.epoch = epoch;
    for await (const { data, revision } of this.store.readStream(STREAM, this.revision + 1n)) {
      const { negotiation, id } = data as unknown as Listed;
      this.known.add(this.one(negotiation, id));
      this.revision = revision;
    }
    return [...this.known];
  }

  /** The same one whenever it is met: somebody may be delivering it. */
  private one(negotiation: string, id: string): KeptWebhook {
    const key = `${negotiation} ${id}`;
    const kept = this.met.get(key) ?? new KeptWebhook(this.store, this.log, negotiation, id);
    this.met.set(key, kept);
    return kept;
  }
}
