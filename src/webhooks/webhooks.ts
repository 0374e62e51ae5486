import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { v7 as uuid } from 'uuid';
import { EventStore } from '../event-store/event-store.token.js';
import { Clock } from '../ports/clock.js';
import { FollowedLog } from '../ports/followed-log.js';
import { ShownPosition } from '../ports/shown-position.js';
import { EntryQuery } from '../queries/entries/entries.query.js';
import { IssueStateQuery } from '../queries/issue-state/issue-state.query.js';
import { NegotiationQuery } from '../queries/negotiations/negotiations.query.js';
import { type Fault, Refusal } from '../vocabulary/refusal.js';
import { KeptWebhook } from './kept-webhook.js';
import { faultOfTarget } from './targets.js';
import type { Webhook } from './webhook.js';
import { WebhookList } from './webhook-list.js';
import { WebhookStore } from './webhook-store.js';
import { WebhookTargets } from './webhook-targets.js';
import type { DeliveriesView, MadeWebhookView, WebhookView } from './webhooks.answers.js';
import type { WebhookBody } from './webhooks.schemas.js';

const SECRET_BYTES = 32;
const MOST_OF_NEGOTIATION = 50;

/** What an admin does with the webhooks of a negotiation. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly store: WebhookStore,
    private readonly known: WebhookList,
    private readonly targets: WebhookTargets,
    private readonly queries: QueryBus,
    private readonly shown: ShownPosition,
    private readonly log: EventStore,
    private readonly followed: FollowedLog,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not-found`, `position-not-reached` */
  async list(negotiation: string): Promise<WebhookView[]> {
    await this.found(async () => this.queries.execute(new NegotiationQuery(negotiation, {})));
    return (await this.known.of(negotiation)).flatMap(viewOf);
  }

  /** @throws Refusal `not-found` */
  async one(negotiation: string, id: string): Promise<WebhookView> {
    const [view] = viewOf(await this.find(negotiation, id));
    return view ?? notFound(negotiation, id);
  }

  /** The last hundred, newest first, and what is not taken just now. @throws Refusal `not-found` */
  async deliveries(negotiation: string, id: string): Promise<DeliveriesView> {
    const { webhook } = await this.find(negotiation, id);
    return webhook === undefined ? notFound(negotiation, id) : { items: [...webhook.deliveries], failing: webhook.failing };
  }

  /** @throws Refusal `not-found`, `invalid-body`, `position-not-reached` */
  async register(negotiation: string, body: WebhookBody, by: string): Promise<MadeWebhookView> {
    const { url, issue, party, kinds, after } = body;
    await this.found(async () => this.requireGood(negotiation, body));
    if (after !== null) await this.requireReached(after);
    const secret = newSecret();
    const kept = new KeptWebhook(this.store, this.followed, negotiation, uuid());
    const registered = { url, filter: { issue, party, kinds }, secret, after: after ?? String(this.shown.position) };
    await kept.append({ type: 'WebhookRegistered', data: registered }, by);
    await this.known.add(kept);
    return { ...(await this.one(negotiation, kept.id)), secret };
  }

  /** @throws Refusal `not-found` */
  async rotate(negotiation: string, id: string, overlapSeconds: number, by: string): Promise<MadeWebhookView> {
    const kept = await this.find(negotiation, id);
    const secret = newSecret();
    const previousUntil = new Date(this.clock.now() + 1_000 * overlapSeconds).toISOString();
    await kept.appendWhile(() => true, { type: 'WebhookSecretRotated', data: { secret, previousUntil } }, by);
    return { ...(await this.one(negotiation, id)), secret };
  }

  /** @throws Refusal `not-found` */
  async remove(negotiation: string, id: string, by: string): Promise<void> {
    const kept = await this.find(negotiation, id);
    await kept.appendWhile(() => true, { type: 'WebhookRemoved', data: {} }, by);
  }

  private async find(negotiation: string, id: string): Promise<KeptWebhook> {
    const kept = (await this.known.all()).find((one) => one.negotiation === negotiation && one.id === id);
    return (await kept?.refresh()) === undefined || kept === undefined ? notFound(negotiation, id) : kept;
  }

  /** What is behind a position that no event has yet is not known to be what is meant: elsewhere, too, such a position is waited for. */
  private async requireReached(after: string): Promise<void> {
    if (await this.shown.shows(BigInt(after))) return;
    const at = String(this.shown.position);
    throw new Refusal('position-not-reached', `This node stands at @${at}; ask again in a moment.`, [
      { pointer: '#/after', code: 'position-not-reached', detail: `${after} is not reached: the log is shown up to ${at}` },
    ]);
  }

  /**
   * A node that is behind its log does not show all that is there: what it does not find it looks for once more when it has caught up.
   * @throws Refusal what `find` throws; `position-not-reached` where it does not catch up within a second
   */
  private async found<T>(find: () => Promise<T>): Promise<T> {
    const { position } = this.shown;
    try {
      return await find();
    } catch (error) {
      if (!isOfWhatIsUnknown(error)) throw error;
      const head = await this.log.head();
      if (position >= head) throw error;
      if (await this.shown.shows(head)) return find();
      const at = String(this.shown.position);
      throw new Refusal(
        'position-not-reached',
        `This node is catching up: it stands at @${at}, the log at @${String(head)}; ask again in a moment.`,
      );
    }
  }

  private async requireGood(negotiation: string, { url, issue, party }: WebhookBody): Promise<void> {
    await this.queries.execute(new NegotiationQuery(negotiation, {}));
    const target = faultOfTarget(url, this.targets.mayBeAny);
    const faults: Fault[] = target === undefined ? [] : [{ pointer: '#/url', code: 'invalid-target', detail: `"${url}" ${target}` }];
    if (issue !== null)
      faults.push(...(await unknownIn('#/issue', () => this.queries.execute(new IssueStateQuery(negotiation, issue, {})))));
    if (party !== null)
      faults.push(...(await unknownIn('#/party', () => this.queries.execute(new EntryQuery(negotiation, 'party', party, {})))));
    if ((await this.known.of(negotiation)).length >= MOST_OF_NEGOTIATION)
      faults.push({ pointer: '#', code: 'too-many', detail: `a negotiation has ${String(MOST_OF_NEGOTIATION)} webhooks at most` });
    if (faults.length > 0) throw new Refusal('invalid-body', 'The webhook cannot be registered so.', faults);
  }
}

function isOfWhatIsUnknown(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'not-found' || error.faults.some(({ code }) => code === 'unknown-id'));
}

/** What a question of something unknown says of it. */
async function unknownIn(pointer: string, ask: () => Promise<unknown>): Promise<Fault[]> {
  try {
    await ask();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-found') throw error;
    const suggestions = error.faults.flatMap((fault) => fault.suggestions ?? []);
    return [{ pointer, code: 'unknown-id', detail: error.detail, suggestions }];
  }
}

function viewOf({ id, webhook }: KeptWebhook): WebhookView[] {
  return webhook === undefined ? [] : [{ id, ...told(webhook) }];
}

function told({ url, filter, createdAt, createdBy, position, failing }: Webhook): Omit<WebhookView, 'id'> {
  return { url, ...filter, kinds: [...filter.kinds], createdAt, createdBy, position: String(position), failing };
}

function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

function notFound(negotiation: string, id: string): never {
  throw new Refusal('not-found', `${negotiation} has no webhook "${id}".`);
}
