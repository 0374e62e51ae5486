import { type EventStoreDBClient, type ResolvedEvent, StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import type { RecordedEvent, Revision, StreamName } from '../event-store.js';
import { HistoryErased } from '../history-fault.js';
import type { Connection } from './connection.js';
import { BATCH, eventBatches } from './event-batches.js';
import type { HistoryWatch } from './history-watch.js';
import type { Limits } from './limits.js';
import { resuming } from './patience.js';
import { SilenceLimit } from './silence-limit.js';
import { hasEvent, toRecordedEvent } from './stored-event.js';
import { deleted, eventsMissing } from './stream-settings.js';

/**
 * The events of a stream, oldest first, from a revision on; nothing for a missing stream.
 * @throws StoreUnavailable; HistoryErased where it is deleted, or does not go on without a gap
 */
export async function* readStream(
  connection: Connection,
  limits: Limits,
  history: HistoryWatch,
  stream: StreamName,
  from: Revision,
  maxCount: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<RecordedEvent> {
  let next = from;
  const end = from + BigInt(maxCount);
  yield* resuming(connection, limits, async function* (client, tryMs) {
    if (next >= end) return;
    const options = { fromRevision: next, maxCount: end - next, credentials: connection.credentials };
    for await (const event of readOnce(client, history, stream, options, new SilenceLimit(tryMs), connection.closing)) {
      if (event.revision !== next) throw new HistoryErased(history.hasMet(eventsMissing(stream, next, event.revision)));
      yield event;
      next = event.revision + 1n;
    }
    // A read that `close` has cut short must not pass for a whole one.
    connection.assertOpen();
  });
}

async function* readOnce(
  client: EventStoreDBClient,
  history: HistoryWatch,
  stream: StreamName,
  options: Parameters<EventStoreDBClient['readStream']>[1],
  silence: SilenceLimit,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent> {
  const feed = client.readStream(stream, options, { highWaterMark: BATCH });
  try {
    for await (const batch of eventBatches<ResolvedEvent>(feed, silence, signal)) yield* batch.filter(hasEvent).map(toRecordedEvent);
  } catch (error) {
    if (error instanceof StreamDeletedError) throw new HistoryErased(history.hasMet(deleted(stream)));
    if (!(error instanceof StreamNotFoundError)) throw error;
  }
}
