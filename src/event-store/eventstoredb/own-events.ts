import { type EventStoreDBClient, type ReadPosition, START, streamNameFilter } from '@eventstore/db-client';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import type { OnPassed, RecordedEvent } from '../event-store.js';
import { STREAM_NAMES } from '../stream-names.js';
import type { Credentials } from './connection-url.js';
import { BATCH, eventBatches } from './event-batches.js';
import { SilenceLimit } from './silence-limit.js';
import { subscribe } from './subscribe.js';

/** How many events of others the server passes over before it gives a sign of life. */
const CHECKPOINT_AFTER = 1_000;

/** How to follow our events. */
export interface Following {
  readonly credentials: Credentials | undefined;
  /** The longest silence of the server. */
  readonly silentMs: number;
  /** Silence is normal once the server has confirmed the subscription. */
  readonly live: boolean;
  readonly signal: AbortSignal;
  readonly onPassed?: OnPassed | undefined;
}

/**
 * The events of our streams in log order after `after`, then live until the signal: a subscription that the server filters by the names of
 * streams. It could filter by types of events, but those of a later version of this program would then be missed in silence.
 * @throws the client's error; NoAnswer
 */
export async function* ownEvents(client: EventStoreDBClient, after: Position, following: Following): AsyncGenerator<RecordedEvent[]> {
  const silence = new SilenceLimit(following.silentMs);
  const filter = streamNameFilter({
    regex: STREAM_NAMES,
    maxSearchWindow: CHECKPOINT_AFTER,
    checkpointReached: (_subscription, { commit }) => {
      silence.heard();
      following.onPassed?.(commit);
    },
  });
  // The start of a subscription is exclusive, unlike that of a read.
  const fromPosition: ReadPosition = after === BEFORE_ALL ? START : { commit: after, prepare: after };
  const options = { fromPosition, filter, credentials: following.credentials };
  const feed = subscribe(client, options, { highWaterMark: BATCH });
  if (following.live) {
    feed.once('confirmation', () => {
      silence.lift();
    });
  }
  for await (const batch of eventBatches<RecordedEvent>(feed, silence, following.signal, true)) {
    yield batch.filter(({ isForeign }) => !isForeign);
  }
}
