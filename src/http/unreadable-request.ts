import { type IncomingMessage, maxHeaderSize, STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';
import { EdgeProblem, problemOf } from './problem-filter.js';

/** What Node says of bytes that it cannot read; `reason` in the words of its parser. */
type Unreadable = Error & { readonly code?: string; readonly reason?: string };

/** Of each connection the answer to the request that was read last: those before it are under way, too, or done. */
const lastAnswers = new WeakMap<Socket, ServerResponse>();

/** Whose last answer is under way; nothing more is read there. */
const ending = new WeakSet<Socket>();

/** To be called before it listens. */
export function rememberAnswers({ server }: FastifyInstance): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    lastAnswers.set(request.socket, response);
  });
}

/**
 * Answers what Node's own parser cannot read; there is no request and no reply. What stands before it on the same connection is
 * answered first, and as what became of it: bytes behind a request do not make it one that was refused.
 */
export function answerUnreadable(error: Unreadable, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (ending.has(socket)) return;
  const unreadable = problemIn(error);
  const last = lastAnswers.get(socket);
  if (last === undefined || last.writableFinished) {
    answer(socket, unreadable);
    return;
  }
  ending.add(socket);
  // What is not read does not count as a sign of life either: who takes no answer is cut off all the same.
  socket.pause();
  last.shouldKeepAlive = false;
  last.once('finish', () => {
    socket.destroySoon();
  });
  if (!last.req.complete) tellReader(last.req, unreadable);
}

/** Whoever reads a body, or is going to, learns that it does not go on. */
function tellReader(body: IncomingMessage, unreadable: EdgeProblem): void {
  if (body.listenerCount('error') > 0) {
    body.emit('error', unreadable);
    return;
  }
  const tell = (event: string | symbol): void => {
    if (event !== 'error') return;
    body.off('newListener', tell);
    process.nextTick(() => body.emit('error', unreadable));
  };
  body.on('newListener', tell);
}

function problemIn({ code, reason }: Unreadable): EdgeProblem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new EdgeProblem('headers-too-large', `The request line and the headers have more than ${String(maxHeaderSize)} bytes.`);
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new EdgeProblem('body-too-slow', 'The head of the request did not come in time.');
    default:
      return new EdgeProblem(
        'malformed-request',
        `The request is not HTTP that this service can read${reason === undefined ? '' : `: ${reason}`}.`,
      );
  }
}

function answer(socket: Socket, unreadable: EdgeProblem): void {
  const problem = problemOf(unreadable);
  const body = JSON.stringify(problem);
  const status = `${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}`;
  const head = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\n`;
  socket.end(`${head}X-Request-Id: ${uuid()}\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
}
