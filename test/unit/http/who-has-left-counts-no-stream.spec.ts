import { once } from 'node:events';
import { connect } from 'node:net';
import { fastify } from 'fastify';
import { addLiveStreams, admitLive, LiveStreams } from '../../../src/http/live-streams.js';

const server = fastify();
afterAll(() => server.close());

it('a client that has left before its stream is opened takes no place', async () => {
  const streams = new LiveStreams({ inAll: 1, ofAddress: 1 });
  addLiveStreams(server, streams);
  const asked = Promise.withResolvers<undefined>();
  const worked = Promise.withResolvers<unknown>();
  server.get('/', async (request, reply) => {
    const left = once(reply.raw, 'close');
    asked.resolve(undefined);
    await left;
    // Nothing is told any more: what follows ends at once.
    void admitLive(request, reply).then(worked.resolve, worked.reject);
    return '';
  });
  const url = new URL(await server.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(url.port), url.hostname);
  socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  await asked.promise;
  socket.destroy();
  await worked.promise;
  expect(streams.count).toBe(0);
});
