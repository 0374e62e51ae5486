import { once } from 'node:events';
import { createServer, type Settings } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';

const NOT_KNOWN = '12';
const LEAST_BYTES = 1_000_000;

// With the 64 KiB of HTTP/2 a server has sent 50 events when it waits, and a batch of thousands is applied.
it('more than the events of a moment, on each connection', async () => {
  const windows: number[] = [];
  const server = createServer().listen(0, '127.0.0.1');
  server.on('session', (session) => session.on('remoteSettings', ({ initialWindowSize = 0 }: Settings) => windows.push(initialWindowSize)));
  server.on('stream', (stream) => {
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': NOT_KNOWN }, { endStream: true });
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const store = new EventStoreDbEventStore(`esdb://127.0.0.1:${String(port)}?tls=false`, Date.now, { totalMs: 300 });
  await expect(store.head()).rejects.toThrow();
  expect(windows.length).toBeGreaterThan(0);
  for (const window of windows) expect(window).toBeGreaterThan(LEAST_BYTES);
  await store.close();
  server.close();
});
