import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { Connection, getRequest } from '../../bench/load/connection.js';
import { Listener } from '../../bench/load/listener.js';

let server: Server;
let pieces: string[];
beforeEach(async () => {
  server = createServer((socket) => {
    socket.on('data', () => {
      void sendIn(pieces, socket);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const port = (): number => (server.address() as { port: number }).port;

async function sendIn(parts: readonly string[], socket: Socket): Promise<void> {
  socket.setNoDelay(true);
  for (const part of parts) {
    socket.write(part);
    await turn();
    await turn();
  }
}

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\netag: "a"\r\n\r\nhello';

it.each([
  ['whole', [ANSWER]] as const,
  ['cut anywhere', [...ANSWER]] as const,
  ['cut in its head and body', [ANSWER.slice(0, 20), ANSWER.slice(20, 60), ANSWER.slice(60)]] as const,
])('an answer that comes %s is read, and the next one on the same connection', async (_, parts) => {
  pieces = [...parts];
  const connection = await Connection.open(port());
  for (let i = 0; i < 3; i += 1) {
    const { status, body, bytes } = await connection.send(getRequest('/'));
    expect([status, body.toString(), bytes]).toEqual([200, 'hello', 5]);
  }
  connection.close();
});

it('an answer without a body is complete with its head', async () => {
  pieces = ['HTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n'];
  const connection = await Connection.open(port());
  expect(await connection.send(getRequest('/'))).toMatchObject({ status: 304, bytes: 0 });
  connection.close();
});

it('a connection that breaks is an error, not a silence', async () => {
  server.removeAllListeners('connection');
  server.on('connection', (socket) => socket.on('data', () => socket.destroy()));
  const connection = await Connection.open(port());
  await expect(connection.send(getRequest('/'))).rejects.toThrow('closed');
});

it('a listener tells of each report once, also where its id is cut in two', async () => {
  const event = (id: string): string =>
    `id: 1\nevent: step\ndata: {"step":1,"cause":{"report":"${id}"},"changes":[{"because":[{"report":"no"}]}]}\n\n`;
  pieces = [`${event('a')}${event('b-1').slice(0, 55)}`, event('b-1').slice(55), event('c')];
  const told: string[] = [];
  const all = Promise.withResolvers<undefined>();
  const listener = await Listener.open(port(), '/', (id) => {
    told.push(id);
    if (id === 'c') all.resolve(undefined);
  });
  await all.promise;
  listener.close();
  expect(told).toEqual(['a', 'b-1', 'c']);
});
