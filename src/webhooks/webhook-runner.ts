import { every } from '../waiting/every.js';
import { pause } from '../waiting/pause.js';
import { Deliverer, type DelivererOptions } from './deliverer.js';
import type { KeptWebhook } from './kept-webhook.js';
import type { WebhookList } from './webhook-list.js';

/** Webhooks that another node registers are found within so long. */
const FIND_EVERY_MS = 2_000;
const AGAIN_AFTER_MS = 1_000;

export interface RunnerOptions extends DelivererOptions {
  readonly warn: (fields: object) => void;
}

/** Has all webhooks delivered, each by itself: one whose receiver is away holds up no other one. */
export class WebhookRunner {
  private readonly running = new Map<KeptWebhook, Promise<void>>();
  private readonly stopping = new AbortController();
  private finding: Promise<void> | undefined;

  constructor(
    private readonly list: WebhookList,
    private readonly options: RunnerOptions,
  ) {}

  start(): void {
    this.finding = this.findNew();
  }

  /** Lets go of what is under way: what was sent and not noted is sent again by whoever goes on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.finding, ...this.running.values()]);
  }

  private async findNew(): Promise<void> {
    await every(FIND_EVERY_MS, this.stopping.signal, async () => {
      // While the log is away nothing is delivered.
      for (const kept of await this.list.all().catch(() => [])) {
        if (!this.running.has(kept)) this.running.set(kept, this.deliver(kept));
      }
    });
  }

  private async deliver(kept: KeptWebhook): Promise<void> {
    const { signal } = this.stopping;
    const isStopping = (): boolean => signal.aborted;
    const deliverer = new Deliverer(kept, this.options);
    while (!isStopping()) {
      try {
        await deliverer.run(signal);
        if (kept.webhook === undefined) return;
      } catch (error) {
        const { negotiation, id } = kept;
        const { message } = error as Error;
        if (!isStopping()) this.options.warn({ msg: 'a webhook is not delivered just now', negotiation, webhook: id, error: message });
      }
      await pause(AGAIN_AFTER_MS, signal);
    }
  }
}
