import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AdminKeys } from './admin-keys.js';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The name of the key that an admin request came with. */
    postedBy: string | undefined;
  }
}

/** Asks for a key on everything under /v1/admin, before a body is read. */
export function addAdminAuth(fastify: FastifyInstance, keys: AdminKeys): void {
  fastify.decorateRequest('postedBy', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isAdmin(request)) {
      done();
      return;
    }
    request.postedBy = keys.nameOf(request.headers.authorization);
    if (request.postedBy !== undefined) done();
    else sendProblem(reply, problemOf(new EdgeProblem('unauthorized', 'Send "Authorization: Bearer KEY" with a key of this service.')));
  });
}

/** By the route that was matched, so that no spelling of the path gets around it; a path without a route is decoded here. */
function isAdmin(request: FastifyRequest): boolean {
  const path = request.routeOptions.url ?? decoded(request.url);
  return path === '/v1/admin' || path.startsWith('/v1/admin/');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return url;
  }
}
