import { type AllStreamResolvedEvent, type EventStoreDBClient, FORWARDS } from '@eventstore/db-client';
import type { Position } from '../../vocabulary/position.js';
import type { RecordedEvent } from '../event-store.js';
import type { Connection } from './connection.js';
import { eventBatches } from './event-batches.js';
import { isOurs } from './own-event.js';
import { SilenceLimit } from './silence-limit.js';
import { hasEvent, toRecordedEvent } from './stored-event.js';

/** Asked of the leader: a follower may not have it yet. @throws the client's error; NoAnswer */
export async function eventAt(
  client: EventStoreDBClient,
  { credentials, closing }: Connection,
  position: Position,
  tryMs: number,
): Promise<RecordedEvent | undefined> {
  const fromPosition = { commit: position, prepare: position };
  const feed = client.readAll({ direction: FORWARDS, fromPosition, maxCount: 1, requiresLeader: true, credentials });
  try {
    for await (const batch of eventBatches<AllStreamResolvedEvent>(feed, new SilenceLimit(tryMs), closing))
      for (const resolved of batch)
        if (hasEvent(resolved) && resolved.event.position.commit === position && isOurs(resolved.event)) return toRecordedEvent(resolved);
  } catch (error) {
    if (!isOfNoEvent(error)) throw error;
  }
  return undefined;
}

/** Positions are places in a file: one that lies within an event, or behind the end, is refused. */
function isOfNoEvent(error: unknown): boolean {
  return error instanceof Error && /invalid ?position/i.test(error.message);
}
