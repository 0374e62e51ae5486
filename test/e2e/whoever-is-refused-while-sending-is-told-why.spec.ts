import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { chunk, head, RawConnection } from '../support/raw-connection.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, UKRAINE_REJECTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterAll(() => service.stop());

const NO_KEY = ['POST /v1/admin/negotiations/talks/import HTTP/1.1', 'Host: x', 'Transfer-Encoding: chunked', '', ''].join('\r\n');

/** A client that reads nothing yet, and goes on with its request whatever is answered. */
async function aClientThatSendsOn(): Promise<{ readonly socket: Socket; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  const socket = connect({ port: Number(new URL(service.url).port), host: '127.0.0.1', allowHalfOpen: true }).pause();
  socket.setEncoding('utf8').on('error', ({ message }) => faults.push(message));
  await once(socket, 'connect');
  socket.write(NO_KEY);
  return { socket, faults };
}

it('the answer comes whole to a client that reads it late, and sends on until it has read it', async () => {
  const { socket, faults } = await aClientThatSendsOn();
  for (let sent = 0; sent < 200 && !socket.closed; sent += 1) {
    socket.write(chunk('{"entry": "report"}'));
    await turn();
  }
  let answer = '';
  for await (const text of socket as AsyncIterable<string>) answer += text;
  expect(faults).toEqual([]);
  expect(answer).toMatch(/^HTTP\/1.1 401 [^]+"unauthorized"/);
});

it('the connection is cut off though the client never stops', async () => {
  const { socket } = await aClientThatSendsOn();
  socket.resume();
  const sending = setInterval(() => socket.write(chunk('x')), 20);
  await once(socket, 'close').catch(() => undefined);
  clearInterval(sending);
  expect(socket.destroyed).toBe(true);
});

it('no request that follows is taken', async () => {
  const connection = await RawConnection.to(service.url);
  const body = JSON.stringify({ ...UKRAINE_REJECTS, id: 'behind' });
  const behind = ['Content-Type: application/json', `Content-Length: ${String(body.length)}`];
  await connection.send(NO_KEY).until('401');
  connection.send(`0\r\n\r\n${head('POST /v1/admin/negotiations/talks/reports', ...behind)}${body}`);
  expect((await connection.closed()).match(/HTTP\/1.1 /g)).toHaveLength(1);
  await service.read('/talks/reports/behind').expect(404);
});
