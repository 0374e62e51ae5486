import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { TcpProxy } from '../support/tcp-proxy.js';

const LIMITS = { tryMs: 500, totalMs: 1_000, firstWaitMs: 20, longestWaitMs: 100 };

it('a connection that was made during an outage and stays silent is replaced when the log is back', async () => {
  const server = await EventStoreDbDouble.start();
  const proxy = await TcpProxy.start(Number(new URL(server.url.replace('esdb', 'http')).port));
  proxy.freeze();
  const store = new EventStoreDbEventStore(`esdb://127.0.0.1:${String(proxy.port)}?tls=false`, Date.now, LIMITS);
  await expect(store.head()).rejects.toThrow(StoreUnavailable);
  await proxy.abandon();
  let head: bigint | undefined;
  for (let tries = 0; tries < 20 && head === undefined; tries += 1) head = await store.head().catch(() => undefined);
  expect(head).toBe(0n);
  await store.close();
  await proxy.stop();
  await server.stop();
});
