import { connect, type Socket } from 'node:net';
import { workplace } from '../support/process-folders.js';

const place = workplace();

/** A connection that was opened and says no more than this. */
async function open(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  await new Promise<void>((resolve) => {
    socket.write(text, () => {
      resolve();
    });
  });
  return socket;
}

const IDLE = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
const UNFINISHED = 'POST /v1/admin/negotiations/x/import HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a"';
const LIVE = 'GET /v1/negotiations/ukraine-peace/replay?axis=recorded HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n';

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it.each([
    ['no connection', []],
    ['a connection that idles, one in the middle of a request, and a live replay', [IDLE, UNFINISHED, LIVE]],
  ])('with %s', async (_, texts) => {
    const program = await place.start({ DATA_DIR: place.folder(), ADMIN_API_KEY: 'a-key-for-the-tests', STOP_SECONDS: '1' });
    const sockets = await Promise.all(texts.map((text) => open(program.url, text)));
    if (texts.includes(LIVE)) await heard(sockets[texts.indexOf(LIVE)], 'text/event-stream');
    expect(await program.signal(signal)).toEqual({ code: 0, signal: null });
    for (const socket of sockets) socket.destroy();
  });
});

/** Settles once a connection has brought a text. */
async function heard(socket: Socket | undefined, text: string): Promise<void> {
  let got = '';
  for await (const chunk of socket?.iterator({ destroyOnReturn: false }) ?? []) {
    got += String(chunk);
    if (got.includes(text)) return;
  }
  throw new Error(`"${text}" was not heard, but ${got}`);
}
