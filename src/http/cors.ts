import type { FastifyInstance, FastifyReply } from 'fastify';
import { addVary } from './vary.js';

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';
const SENT = 'Accept, Authorization, Content-Type, If-Match, If-None-Match, Last-Event-ID, X-Correlation-Id, X-Request-Id';
const TOLD =
  'Allow, Content-Location, ETag, Link, Location, Log-Root, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Read-Model-Age, Retry-After, X-Request-Id';
const REMEMBERED_SECONDS = '600';

/**
 * Lets pages of other origins use the API: with keys that they send themselves, never with what a browser adds. A preflight is
 * answered here, before a key is asked for: a browser sends none with it.
 * @param origins that may; `*` for any
 */
export function addCors(fastify: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const isForAll = origins.includes('*');
  fastify.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (!isForAll) addVary(reply, 'origin');
    if (origin === undefined || !(isForAll || origins.includes(origin))) {
      done();
      return;
    }
    void reply.header('access-control-allow-origin', isForAll ? '*' : origin);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) answerPreflight(reply);
    else {
      void reply.header('access-control-expose-headers', TOLD);
      done();
    }
  });
}

function answerPreflight(reply: FastifyReply): void {
  void reply.code(204).headers({
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': SENT,
    'access-control-max-age': REMEMBERED_SECONDS,
  });
  void reply.send();
}
