import type { Socket } from 'node:net';

/** So long a client may go on with what nobody reads, in milliseconds, before its connection is cut off. */
const LINGER_MS = 2_000;

/**
 * Lets the client of a connection that closes with the answer under way get that answer, whatever it is still sending: a close with
 * bytes unread would reset the connection, and take the answer along (RFC 9112, 9.6). What comes is thrown away; no further request
 * is made of it.
 */
export function closeLingering(socket: Socket): void {
  // Node calls this once the answer is written.
  socket.destroySoon = () => {
    socket.end();
    // A listener takes the bytes away from the parser of HTTP.
    socket
      .removeAllListeners('data')
      .on('data', () => undefined)
      .resume();
    const cut = setTimeout(() => socket.destroy(), LINGER_MS);
    socket.once('close', () => {
      clearTimeout(cut);
    });
  };
}
