import { type EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import type { StreamName } from '../event-store.js';
import { STREAM_PREFIXES } from '../stream-names.js';
import type { Connection } from './connection.js';
import type { Limits } from './limits.js';
import { untilItWorks } from './patience.js';
import { SilenceLimit } from './silence-limit.js';

/** The metadata of a stream are events of the stream `$$NAME`. */
const METADATA_OF = '$$';

/**
 * Our streams that were ever given metadata.
 * @throws StoreUnavailable
 */
export async function streamsWithMetadata(connection: Connection, limits: Limits): Promise<StreamName[]> {
  return untilItWorks(connection, limits, (client, tryMs) => find(client, connection, tryMs));
}

async function find(client: EventStoreDBClient, { credentials }: Connection, tryMs: number): Promise<StreamName[]> {
  const names = new Set<StreamName>();
  const silence = new SilenceLimit(tryMs);
  const filter = streamNameFilter({
    prefixes: STREAM_PREFIXES.map((prefix) => METADATA_OF + prefix),
    checkpointReached: () => {
      silence.heard();
    },
  });
  const feed = client.subscribeToAll({ fromPosition: START, filter, credentials });
  const caughtUp = new Promise<void>((resolve, reject) => {
    feed.on('data', ({ event }) => {
      silence.heard();
      if (event) names.add(event.streamId.slice(METADATA_OF.length));
    });
    feed.once('caughtUp', resolve);
    feed.once('error', reject);
    feed.once('end', () => {
      reject(new Error('the subscription ended'));
    });
  });
  try {
    await silence.during(caughtUp);
  } finally {
    // What comes after is of no interest, an error of the end that we make ourselves least of all.
    feed.on('error', () => undefined);
    await feed.unsubscribe().catch(() => undefined);
  }
  return [...names];
}
