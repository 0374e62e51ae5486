import { RevisionConflict } from '../event-store/event-store.js';
import type { Step } from '../rules/replay/step.js';
import { growingWaitMs } from '../waiting/growing-wait.js';
import { pause } from '../waiting/pause.js';
import { tryAgain } from '../waiting/try-again.js';
import type { KeptWebhook } from './kept-webhook.js';
import { sendChange } from './send-change.js';
import { type ChangeEvent, wantedChanges } from './wanted-changes.js';
import type { Delivery, Failing, Webhook, WebhookEvent } from './webhook.js';

/** A node that claims a delivery and is not heard of for so long is taken for dead. */
const CLAIM_MS = 30_000;
const LOOK_AGAIN_MS = 500;
const WAIT = { firstMs: 1_000, longestMs: 300_000 };
/** After so many steps that nobody is told of, it is noted how far it has come. */
const NOTED_AFTER_STEPS = 500;

export interface DelivererOptions {
  /** Who this node is, among those on one log. */
  readonly node: string;
  /** The URL of a negotiation, as events tell it. */
  readonly source: (negotiation: string) => string;
  /** Live, the steps of a negotiation behind a position; ends whenever it likes. */
  readonly steps: (negotiation: string, after: string, signal: AbortSignal) => AsyncIterable<Step>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Whether private addresses and http are taken. */
  readonly mayBeAny: boolean;
  /** 0 to 1. */
  readonly jitter: () => number;
  readonly onDelivered: (isTaken: boolean) => void;
}

/** Delivers the changes that one webhook asks for, in their order, each until it is taken. */
export class Deliverer {
  private passedOver = 0;
  private readonly isMine = ({ claim }: Webhook): boolean => claim?.node === this.options.node;

  constructor(
    private readonly kept: KeptWebhook,
    private readonly options: DelivererOptions,
  ) {}

  /** Goes on until the stream of steps ends, or the webhook is removed. @throws StoreUnavailable and what reading the steps throws */
  async run(signal: AbortSignal): Promise<void> {
    const webhook = await this.kept.refresh();
    if (webhook === undefined) return;
    const { negotiation } = this.kept;
    for await (const step of this.options.steps(negotiation, String(webhook.position), signal)) {
      if (signal.aborted || !(await this.settle(step, signal))) return;
    }
  }

  /** @returns false where the webhook is removed */
  private async settle(step: Step, signal: AbortSignal): Promise<boolean> {
    const { webhook } = this.kept;
    if (webhook === undefined) return false;
    const events = wantedChanges(step, this.kept.id, webhook.filter, this.options.source(this.kept.negotiation));
    const position = BigInt(step.position ?? 0);
    if (events.length > 0) {
      this.passedOver = 0;
      return this.deliver(position, events, signal);
    }
    this.passedOver += 1;
    if (this.passedOver >= NOTED_AFTER_STEPS) await this.note(position);
    return true;
  }

  /** Once this node, and no other one, has the say. */
  private async deliver(position: bigint, events: readonly ChangeEvent[], signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      const webhook = await this.kept.refresh();
      if (webhook === undefined) return false;
      if (webhook.position >= position) return true;
      if (!(await this.claims(webhook))) {
        await pause(LOOK_AGAIN_MS, signal);
        continue;
      }
      const deliveries = webhook.taken.filter(({ id }) => events.some((event) => event.id === id));
      for (const event of events.slice(deliveries.length)) {
        const delivery = await this.untilTaken(event, deliveries, signal);
        if (delivery === undefined) {
          await this.letGo(deliveries);
          return false;
        }
        deliveries.push(delivery);
      }
      await this.kept.appendWhile(isBehind(position), { type: 'WebhookAdvanced', data: { position: String(position), deliveries } });
      return this.kept.webhook !== undefined;
    }
    return true;
  }

  private async claims({ claim, failing, taken }: Webhook): Promise<boolean> {
    const { node, now } = this.options;
    if (claim !== null && claim.node !== node && claim.until > now()) return false;
    try {
      await this.kept.append(this.claiming(CLAIM_MS, failing, taken));
      return true;
    } catch (error) {
      if (error instanceof RevisionConflict) return false;
      throw error;
    }
  }

  private claiming(forMs: number, failing: Failing | null, taken: readonly Delivery[]): WebhookEvent {
    const { node, now } = this.options;
    return { type: 'WebhookClaimed', data: { node, until: now() + forMs, failing, taken } };
  }

  /** So that another node need not wait until it takes this one for dead. */
  private async letGo(taken: readonly Delivery[]): Promise<void> {
    const failing = this.kept.webhook?.failing ?? null;
    await this.kept.appendWhile(this.isMine, this.claiming(0, failing, taken));
  }

  /** @returns undefined where the webhook was removed meanwhile, another node has taken over, or this one stops */
  private async untilTaken(event: ChangeEvent, before: readonly Delivery[], signal: AbortSignal): Promise<Delivery | undefined> {
    let since: string | undefined;
    let isMine = true;
    const sending = async (attempts: number): Promise<Delivery | undefined> => {
      const webhook = signal.aborted || !isMine ? undefined : this.kept.webhook;
      if (webhook === undefined) return undefined;
      const status = await this.send(event, webhook, signal);
      return { id: event.id, at: this.instant(), status, attempts };
    };
    const wait = async (error: unknown, attempts: number): Promise<void> => {
      if (signal.aborted) return;
      since ??= this.instant();
      const waitMs = growingWaitMs({ ...WAIT, jitter: this.options.jitter }, attempts);
      const nextAt = new Date(this.options.now() + waitMs).toISOString();
      const failing = { id: event.id, attempts, since, error: (error as Error).message, nextAt };
      isMine = await this.kept.appendWhile(this.isMine, this.claiming(waitMs + CLAIM_MS, failing, before));
      if (!isMine) return;
      await pause(waitMs, signal);
      await this.kept.refresh();
    };
    return tryAgain(sending, { wait });
  }

  private async send(event: ChangeEvent, { url, secrets }: Webhook, signal: AbortSignal): Promise<number> {
    const { mayBeAny, now, onDelivered } = this.options;
    try {
      const status = await sendChange(event, { url, secrets, mayBeAny, now: now(), signal });
      onDelivered(true);
      return status;
    } catch (error) {
      onDelivered(false);
      throw error;
    }
  }

  /** So that after a start it need not be gone through again. */
  private async note(position: bigint): Promise<void> {
    this.passedOver = 0;
    const isIdle = (webhook: Webhook): boolean => webhook.position < position && webhook.claim === null;
    await this.kept.appendWhile(isIdle, { type: 'WebhookAdvanced', data: { position: String(position), deliveries: [] } });
  }

  private instant(): string {
    return new Date(this.options.now()).toISOString();
  }
}

function isBehind(position: bigint): (webhook: Webhook) => boolean {
  return (webhook) => webhook.position < position;
}
