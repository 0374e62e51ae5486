import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import type { Sending } from './raw-draft.js';

const LAST_REQUEST = 'GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';

/** Sends bytes on a connection of their own. @returns all that comes until the service closes it; nothing where it was reset from here */
export async function answeredTo(origin: string, { pieces, then }: Sending): Promise<Buffer> {
  const { hostname, port } = new URL(origin);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const come: Buffer[] = [];
  // A service that has heard enough closes while bytes are on their way: that is an answer, too.
  socket.on('error', () => undefined).on('data', (bytes: Buffer) => come.push(bytes));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('end', () => socket.end());
  for (const piece of pieces) {
    socket.write(piece);
    await turn();
  }
  if (then === 'asks on') socket.write(LAST_REQUEST);
  if (then === 'ends') socket.end();
  if (then === 'resets') socket.resetAndDestroy();
  await closed;
  return Buffer.concat(come);
}
