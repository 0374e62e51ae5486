import type { StreamName } from '../event-store.js';
import type { Connection } from './connection.js';
import type { Limits } from './limits.js';
import { untilItWorks } from './patience.js';
import { SilenceLimit } from './silence-limit.js';

/** Settings of a stream by which EventStoreDB forgets its events. */
export interface ErasingMetadata {
  readonly stream: StreamName;
  /** As EventStoreDB names them, with their values. */
  readonly settings: Readonly<Partial<Record<'$maxAge' | '$maxCount' | '$tb', unknown>>>;
}

/**
 * Which of the streams lose events, by whoever set that: a log that is to answer for any past date must lose none.
 * @throws StoreUnavailable
 */
export async function findErasingStreamMetadata(
  connection: Connection,
  limits: Limits,
  streams: Iterable<StreamName>,
): Promise<ErasingMetadata[]> {
  const { credentials } = connection;
  const found: ErasingMetadata[] = [];
  for (const stream of streams) {
    const { metadata } = await untilItWorks(connection, limits, (client, tryMs) =>
      new SilenceLimit(tryMs).during(client.getStreamMetadata(stream, { credentials })),
    );
    const settings = {
      ...(metadata?.maxAge !== undefined && { $maxAge: metadata.maxAge }),
      ...(metadata?.maxCount !== undefined && { $maxCount: metadata.maxCount }),
      ...(metadata?.truncateBefore !== undefined && { $tb: metadata.truncateBefore }),
    };
    if (Object.keys(settings).length > 0) found.push({ stream, settings });
  }
  return found;
}
