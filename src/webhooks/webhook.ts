import type { RecordedEvent } from '../event-store/event-store.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';

export const KINDS = ['convergence', 'stances', 'meetings', 'plans', 'blockers', 'agreements', 'stale'] as const;
export type ChangeKind = (typeof KINDS)[number];

/** Which changes a webhook is told of: those that fit all that is given. */
export interface Filter {
  readonly issue: string | null;
  /** A party whose stances, or whose agreements, are told. */
  readonly party: string | null;
  /** Empty: all. */
  readonly kinds: readonly ChangeKind[];
}

/** What signs, as Standard Webhooks write it: `whsec_` and base64. */
export interface SigningSecret {
  readonly text: string;
  /** RFC 3339; until then it signs beside the one after it. null: it is in force. */
  readonly until: string | null;
}

/** One change that was taken by the receiver. */
export interface Delivery {
  readonly id: string;
  readonly at: string;
  readonly status: number;
  readonly attempts: number;
}

/** What a receiver does not take. */
export interface Failing {
  readonly id: string;
  readonly attempts: number;
  readonly since: string;
  readonly error: string;
  readonly nextAt: string;
}

interface Claim {
  readonly node: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** What is stored of webhooks: their own streams, beside those of the negotiations. */
export type WebhookEvent =
  | { readonly type: 'WebhookRegistered'; readonly data: Registered }
  | { readonly type: 'WebhookSecretRotated'; readonly data: { readonly secret: string; readonly previousUntil: string } }
  | { readonly type: 'WebhookRemoved'; readonly data: object }
  /** A node is about to deliver the changes behind the position that was reached. */
  | { readonly type: 'WebhookClaimed'; readonly data: Claimed }
  /** All changes up to a position are delivered, or not asked for. */
  | { readonly type: 'WebhookAdvanced'; readonly data: { readonly position: string; readonly deliveries: readonly Delivery[] } };

interface Claimed extends Claim {
  readonly failing: Failing | null;
  /** Of the changes of one step those that are taken already. */
  readonly taken: readonly Delivery[];
}

interface Registered {
  readonly url: string;
  readonly filter: Filter;
  readonly secret: string;
  /** Changes behind this position are told. */
  readonly after: string;
}

/** One webhook as it stands. */
export interface Webhook {
  readonly url: string;
  readonly filter: Filter;
  readonly secrets: readonly SigningSecret[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly isRemoved: boolean;
  /** Up to here all is done. */
  readonly position: Position;
  readonly claim: Claim | null;
  readonly failing: Failing | null;
  /** Of the changes of the step that is under way those that are taken already. */
  readonly taken: readonly Delivery[];
  /** The last ones, newest first. */
  readonly deliveries: readonly Delivery[];
}

const DELIVERIES_KEPT = 100;

/** The webhook behind an event. @param before undefined: there was none */
export function evolve(before: Webhook | undefined, { metadata, ...stored }: RecordedEvent): Webhook | undefined {
  const event = stored as unknown as WebhookEvent;
  if (event.type === 'WebhookRegistered') return registered(event.data, metadata);
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'WebhookSecretRotated': {
      const { secret, previousUntil } = event.data;
      const [current] = before.secrets;
      return { ...before, secrets: [{ text: secret, until: null }, ...(current ? [{ ...current, until: previousUntil }] : [])] };
    }
    case 'WebhookRemoved':
      return { ...before, isRemoved: true };
    case 'WebhookClaimed': {
      const { node, until, failing, taken } = event.data;
      return { ...before, claim: { node, until }, failing, taken };
    }
    case 'WebhookAdvanced': {
      const { position, deliveries } = event.data;
      const kept = [...deliveries.toReversed(), ...before.deliveries].slice(0, DELIVERIES_KEPT);
      return { ...before, position: BigInt(position), claim: null, failing: null, taken: [], deliveries: kept };
    }
  }
}

function registered({ url, filter, secret, after }: Registered, { recordedAt, postedBy }: RecordedEvent['metadata']): Webhook {
  return {
    url,
    filter,
    secrets: [{ text: secret, until: null }],
    createdAt: recordedAt,
    createdBy: postedBy,
    isRemoved: false,
    position: after === '' ? BEFORE_ALL : BigInt(after),
    claim: null,
    failing: null,
    taken: [],
    deliveries: [],
  };
}
