import { type EventData, EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';

export type AppendMode = 'unary' | 'batch';

/**
 * What the bare client reaches: one event an append, each to a stream of its own, so many callers in flight.
 * @param events their data; they are appended once each
 * @returns appends per second
 */
export async function bareAppends(url: string, mode: AppendMode, callers: number, events: readonly object[]): Promise<number> {
  const client = EventStoreDBClient.connectionString(url);
  // The client takes its unary call where the server is said to know no other.
  if (mode === 'unary') Object.assign(client, { supports: () => Promise.resolve(false) });
  const run = crypto.randomUUID();
  await append(client, `bench-${run}.warm`, { warm: true });
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let i = next++; i < events.length; i = next++) await append(client, `bench-${run}.${String(i)}`, events[i] ?? {});
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  const perSecond = events.length / ((performance.now() - start) / 1_000);
  await client.dispose();
  return perSecond;
}

async function append(client: EventStoreDBClient, stream: string, data: object): Promise<void> {
  const metadata = { recordedAt: new Date().toISOString(), postedBy: 'bench', version: 1 };
  const event: EventData = jsonEvent({ type: 'Bench', data: data as Record<string, unknown>, metadata });
  await client.appendToStream(stream, event, { expectedRevision: NO_STREAM });
}
