import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

const requests = new AsyncLocalStorage<AbortSignal>();

/** Lets whatever works on a request know when its client has left. */
export function watchClients(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    requests.run(gone.signal, done);
  });
}

/** Aborts when the client of the request that is worked on has left; undefined outside of a request. */
export function clientGone(): AbortSignal | undefined {
  return requests.getStore();
}
