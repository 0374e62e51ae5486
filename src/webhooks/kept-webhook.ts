import { v4 as randomUuid } from 'uuid';
import { type Json, type Revision, RevisionConflict } from '../event-store/event-store.js';
import type { FollowedLog } from '../ports/followed-log.js';
import { tryAgain } from '../waiting/try-again.js';
import { OneAtATime } from '../waiting/one-at-a-time.js';
import { evolve, type Webhook, type WebhookEvent } from './webhook.js';
import type { WebhookStore } from './webhook-store.js';

/** One webhook and its stream. The expected revision decides which of several nodes is the one that does something. */
export class KeptWebhook {
  private state: Webhook | undefined;
  private revision: Revision = -1n;
  private epoch: string | undefined;
  private readonly oneAtATime = new OneAtATime();

  constructor(
    private readonly store: WebhookStore,
    private readonly log: FollowedLog,
    readonly negotiation: string,
    readonly id: string,
  ) {}

  /** As it was last read; undefined where there is none, or none any more. */
  get webhook(): Webhook | undefined {
    return this.state?.isRemoved === true ? undefined : this.state;
  }

  /** Reads what others have appended. @throws StoreUnavailable */
  async refresh(): Promise<Webhook | undefined> {
    return this.oneAtATime.take(this.stream, () => this.read());
  }

  /** @throws RevisionConflict where another node was faster; StoreUnavailable */
  async append(event: WebhookEvent, by = ''): Promise<void> {
    await this.oneAtATime.take(this.stream, () => this.write(event, by));
  }

  /** Appends an event whatever others append meanwhile, as long as that does not speak against it. @throws StoreUnavailable */
  async appendWhile(isRight: (webhook: Webhook) => boolean, event: WebhookEvent, by = ''): Promise<boolean> {
    const once = async (): Promise<boolean> => {
      const webhook = await this.refresh();
      if (webhook === undefined || !isRight(webhook)) return false;
      await this.append(event, by);
      return true;
    };
    return tryAgain(once, { where: (error) => error instanceof RevisionConflict });
  }

  private async read(): Promise<Webhook | undefined> {
    const { epoch } = this.log;
    if (epoch !== this.epoch) {
      this.state = undefined;
      this.revision = -1n;
    }
    this.epoch = epoch;
    for await (const event of this.store.readStream(this.stream, this.revision + 1n)) {
      this.state = evolve(this.state, event);
      this.revision = event.revision;
    }
    return this.webhook;
  }

  private async write({ type, data }: WebhookEvent, by: string): Promise<void> {
    const id = randomUuid();
    const metadata = { postedBy: by, correlationId: id, causationId: id, version: 1 };
    // The form of each event is JSON.
    const event = { id, type, data: data as unknown as Json, metadata };
    await this.store.append(this.stream, [event], this.revision < 0n ? 'no-stream' : this.revision);
    await this.read();
  }

  private get stream(): string {
    return `webhook-${this.negotiation}.${this.id}`;
  }
}
