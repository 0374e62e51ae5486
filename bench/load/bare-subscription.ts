import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { STREAM_NAMES } from '../../src/event-store/stream-names.js';
import type { Position } from '../../src/vocabulary/position.js';

/** What was read, and how fast. */
export interface Followed {
  readonly events: number;
  readonly perSecond: number;
}

/** A subscription of the bare client, filtered as the service's own is, from the start to a position; nothing is done with what it brings. */
export async function bareSubscription(url: string, head: Position): Promise<Followed> {
  const client = EventStoreDBClient.connectionString(url);
  const start = performance.now();
  let events = 0;
  const filter = streamNameFilter({ regex: STREAM_NAMES, maxSearchWindow: 1_000 });
  for await (const { event } of client.subscribeToAll({ fromPosition: START, filter })) {
    events += 1;
    if (event !== undefined && event.position.commit >= head) break;
  }
  const perSecond = events / ((performance.now() - start) / 1_000);
  await client.dispose();
  return { events, perSecond };
}
