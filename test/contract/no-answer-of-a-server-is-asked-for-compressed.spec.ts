import { once } from 'node:events';
import { createServer, type Http2Server, type IncomingHttpHeaders } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { collect } from './collect.js';

const NOT_KNOWN = '12';

let server: Http2Server;
/** What is offered, by the path of the call. */
let offered: Map<string, IncomingHttpHeaders[string]>;
let store: EventStoreDbEventStore;

beforeEach(async () => {
  offered = new Map();
  server = createServer().listen(0, '127.0.0.1');
  server.on('stream', (stream, headers) => {
    offered.set(String(headers[':path']), headers['grpc-accept-encoding']);
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': NOT_KNOWN }, { endStream: true });
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  store = new EventStoreDbEventStore(`esdb://127.0.0.1:${String(port)}?tls=false`, Date.now, { totalMs: 300 });
});

afterEach(async () => {
  await store.close();
  server.close();
});

// KurrentDB packs each event of a subscription by itself where it may, and grpc-js unpacks them one after the other.
it.each<[string, () => Promise<unknown>]>([
  ['a stream', async () => collect(store.readStream('report-n.r'))],
  ['the head', async () => store.head()],
  ['a subscription', async () => collect(store.subscribeAll(0n, new AbortController().signal))],
])('%s', async (_what, ask) => {
  await expect(ask()).rejects.toThrow();
  expect(offered.get('/event_store.client.streams.Streams/Read')).toBe('identity');
});
