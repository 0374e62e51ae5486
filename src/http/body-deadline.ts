import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EdgeProblem } from './problem-filter.js';

/**
 * Ends a body that does not come to its end: with an answer where somebody reads it, else with the connection. One that is
 * imported line by line may take any time: who imports looks after its client itself.
 * @param withinMs milliseconds
 */
export function addBodyDeadline(fastify: FastifyInstance, withinMs: number): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request)) {
      const timer = setTimeout(() => {
        end(request, reply, withinMs);
      }, withinMs);
      timer.unref();
      request.raw.once('end', () => {
        clearTimeout(timer);
      });
    }
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function end({ raw }: FastifyRequest, reply: FastifyReply, withinMs: number): void {
  if (raw.complete) return;
  // An import has begun its answer, and is not done with it.
  if (reply.raw.headersSent && !reply.raw.writableEnded) return;
  const late = new EdgeProblem('body-too-slow', `The body did not come within ${String(withinMs / 1_000)} s.`);
  if (raw.listenerCount('error') > 0 && !reply.raw.headersSent) raw.emit('error', late);
  else raw.socket.destroy();
}
