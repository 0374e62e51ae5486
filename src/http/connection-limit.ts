import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

/** So many more are accepted, to be told that there are too many; whoever comes then is not even told. */
const TO_BE_TOLD = 100;

/**
 * Answers the first request of each connection beyond a number with 503, and closes it.
 * @param most connections that may be open
 */
export function addConnectionLimit(fastify: FastifyInstance, most: number): void {
  const beyond = new WeakSet<Socket>();
  let open = 0;
  fastify.server.maxConnections = most + TO_BE_TOLD;
  fastify.server.on('connection', (socket: Socket) => {
    open += 1;
    if (open > most) beyond.add(socket);
    socket.once('close', () => {
      open -= 1;
    });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!beyond.has(request.raw.socket)) {
      done();
      return;
    }
    void reply.header('connection', 'close');
    sendProblem(reply, problemOf(new EdgeProblem('connections-full', `${String(most)} connections are open here.`)));
  });
}
