import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { v7 as uuid } from 'uuid';
import { EdgeProblem, problemOf } from './problem-filter.js';

/** What Node keeps on a connection: the answer that is under way. */
type Connection = Socket & { readonly _httpMessage?: ServerResponse | null };

/** Whose last answer is under way; nothing more is read there. */
const ending = new WeakSet<Socket>();

/**
 * Answers what Node's own parser cannot read; there is no request and no reply. What stands before it on the same connection is
 * answered first, and as what became of it: bytes behind a request do not make it one that was refused.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Connection): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (ending.has(socket)) return;
  const unreadable = new EdgeProblem('malformed-request', 'The request is not HTTP that this service can read.');
  const underWay = socket._httpMessage;
  if (underWay == null) {
    answer(socket, unreadable);
    return;
  }
  ending.add(socket);
  // What is not read does not count as a sign of life either: who takes no answer is cut off all the same.
  socket.pause();
  underWay.shouldKeepAlive = false;
  underWay.once('finish', () => {
    socket.destroySoon();
  });
  const { req } = underWay;
  if (req.complete) return;
  // Whoever reads the body learns that it does not go on.
  if (req.listenerCount('error') > 0) req.emit('error', unreadable);
  else socket.destroy();
}

function answer(socket: Socket, problem: EdgeProblem): void {
  const body = JSON.stringify(problemOf(problem));
  const head = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\n';
  socket.end(`${head}X-Request-Id: ${uuid()}\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
}
