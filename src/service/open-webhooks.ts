import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QueryBus } from '@nestjs/cqrs';
import { v4 as randomUuid } from 'uuid';
import type { Config } from '../config.js';
import type { EventStore } from '../event-store/event-store.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import type { Metrics } from '../operations/metrics/metrics.js';
import type { Clock } from '../ports/clock.js';
import { ReplayQuery } from '../queries/replay/replay.query.js';
import type { Step } from '../rules/replay/step.js';
import { stepsSent } from '../webhooks/steps-sent.js';
import { WebhookList } from '../webhooks/webhook-list.js';
import { WebhookRunner } from '../webhooks/webhook-runner.js';

/** A live stream answers for the day on which it was opened. */
const ONE_DAY_MS = 86_400_000;

/**
 * Where webhooks are kept: beside an embedded log a file of its own, which only this process has; else streams beside those of the
 * negotiations, for all nodes.
 */
export function webhookStore(store: EventStore, { eventStoreUrl }: Config, file: string, clock: Clock): EventStore {
  return eventStoreUrl === undefined ? new SqliteEventStore(file, () => clock.now()) : store;
}

/** What delivers them, not started yet. */
export function webhookRunner(
  app: NestFastifyApplication,
  { eventStoreUrl, reach, webhookTargets }: Config,
  clock: Clock,
  metrics: Metrics,
): WebhookRunner {
  const logger = new Logger('Webhooks');
  const queries = app.get(QueryBus);
  return new WebhookRunner(app.get(WebhookList), {
    // An embedded log has one node, which after a start is still the same.
    node: eventStoreUrl === undefined ? 'the only one' : `${hostname()} ${randomUuid()}`,
    source: (negotiation) => `${reach.publicUrl ?? ''}/v1/negotiations/${negotiation}`,
    steps: (negotiation, after, signal) => liveSteps(queries, clock, { negotiation, after, signal }),
    now: () => clock.now(),
    mayBeAny: webhookTargets === 'any',
    jitter: Math.random,
    onDelivered: (isTaken) => {
      metrics.webhookSent(isTaken);
    },
    warn: (fields) => {
      logger.warn(fields);
    },
  });
}

interface Asked {
  readonly negotiation: string;
  readonly after: string;
  readonly signal: AbortSignal;
}

/** The stream that a live replay gives on the recorded axis; it ends where the day does. */
async function* liveSteps(queries: QueryBus, clock: Clock, { negotiation, after, signal }: Asked): AsyncGenerator<Step> {
  const { body } = await queries.execute(new ReplayQuery(negotiation, { axis: 'recorded' }, { takesEvents: true, lastEventId: after }));
  if (body === null) return;
  const leave = (): void => {
    void body.return?.();
  };
  const midnight = setTimeout(leave, ONE_DAY_MS - (clock.now() % ONE_DAY_MS));
  midnight.unref();
  signal.addEventListener('abort', leave);
  try {
    yield* stepsSent(body);
  } finally {
    clearTimeout(midnight);
    signal.removeEventListener('abort', leave);
    leave();
  }
}
