import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { cutOffWhenSilent } from '../../../src/http/silent-clients.js';

const SILENCE_MS = 30;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let server: Server | undefined;
afterEach(() => {
  agent.destroy();
  server?.close();
});

async function served(answer: (response: ServerResponse, socket: Socket) => void): Promise<Server> {
  server = createServer(({ socket }, response) => {
    response.writeHead(200).flushHeaders();
    answer(response, socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

async function asked(): Promise<IncomingMessage> {
  const { port } = server?.address() as AddressInfo;
  const [response] = (await once(get({ host: '127.0.0.1', port, agent }), 'response')) as [IncomingMessage];
  return response;
}

it('one that waits for the service gets its answer, however long that takes', async () => {
  let asks = 0;
  await served((response) => {
    cutOffWhenSilent(response, SILENCE_MS, () => {
      asks += 1;
      if (asks === 3) response.end('done');
      return false;
    });
  });
  expect(await text(await asked())).toBe('done');
});

it('one that is waited for is cut off', async () => {
  await served((response) => {
    cutOffWhenSilent(response, SILENCE_MS, () => true);
  });
  await expect(text(await asked())).rejects.toThrow('aborted');
});

it('a connection that is kept bears nothing of the requests before, and is closed once it idles', async () => {
  const sockets = new Set<Socket>();
  const heard: number[] = [];
  const { keepAliveTimeout } = await served((response, socket) => {
    sockets.add(socket);
    heard.push(socket.listenerCount('timeout'));
    cutOffWhenSilent(response, SILENCE_MS, () => true);
    response.end('done');
  });
  for (let i = 0; i < 3; i += 1) await text(await asked());
  expect(heard).toEqual([heard[0], heard[0], heard[0]]);
  const [socket, ...others] = sockets;
  expect(others).toEqual([]);
  expect(socket?.timeout).toBeGreaterThanOrEqual(keepAliveTimeout);
});
