import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { v7 as uuid } from 'uuid';

const ID = /^[\w.:-]{1,100}$/;

/** The id that a request came with in `X-Request-Id`, or a new one. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ID.test(given) ? given : uuid();
}

/** Tells in each answer which request it answers. */
export function addRequestId(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
}
