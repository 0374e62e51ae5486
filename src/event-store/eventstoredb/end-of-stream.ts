import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  type ResolvedEvent,
  START,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { StreamName } from '../event-store.js';
import type { Connection } from './connection.js';
import { eventBatches } from './event-batches.js';
import { SilenceLimit } from './silence-limit.js';

/**
 * The first or the last event of a stream that can be read; undefined where none is left, or there never was one; 'deleted' where it was
 * deleted for good.
 * @throws the client's error; NoAnswer
 */
export async function endOfStream(
  client: EventStoreDBClient,
  { credentials, closing }: Connection,
  stream: StreamName,
  which: 'first' | 'last',
  tryMs: number,
): Promise<ResolvedEvent['event'] | 'deleted'> {
  const from =
    which === 'first' ? ({ direction: FORWARDS, fromRevision: START } as const) : ({ direction: BACKWARDS, fromRevision: END } as const);
  const feed = client.readStream(stream, { ...from, maxCount: 1, credentials });
  try {
    for await (const [resolved] of eventBatches<ResolvedEvent>(feed, new SilenceLimit(tryMs), closing)) return resolved?.event;
  } catch (error) {
    if (error instanceof StreamDeletedError) return 'deleted';
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
  return undefined;
}
