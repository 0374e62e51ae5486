import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

interface Route {
  readonly method: string;
  /** The parts of its path; a parameter is any part. */
  readonly parts: readonly string[];
}

/** What a read may be answered as. */
const ANSWERED = /^(\*\/\*|application\/(\*|json|problem\+json|x-ndjson)|text\/event-stream)$/;

/** Answers what is served nowhere, or not in a form that the client takes, before a body is read. To be added before any route. */
export function addServedRoutes(fastify: FastifyInstance): void {
  const routes: Route[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, parts: url.split('/') });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const problem = request.is404 ? nowhereServed(request, routes) : notAcceptable(request);
    if (problem === undefined) {
      done();
      return;
    }
    if (problem.allow) void reply.header('allow', problem.allow);
    sendProblem(reply, problemOf(problem.error));
  });
}

function nowhereServed({ method, url }: FastifyRequest, routes: readonly Route[]): { error: EdgeProblem; allow?: string } {
  const path = url.split('?', 1)[0] ?? '';
  const parts = path.split('/');
  const allowed = routes.filter((route) => isOf(route, parts)).map((route) => route.method);
  if (allowed.length === 0) return { error: new EdgeProblem('no-such-route', `There is no ${method} ${path}.`) };
  const allow = [...new Set(allowed)].sort().join(', ');
  return { error: new EdgeProblem('method-not-allowed', `${method} is not for ${path}; it takes ${allow}.`), allow };
}

function isOf({ parts }: Route, asked: readonly string[]): boolean {
  return parts.length === asked.length && parts.every((part, i) => (part.startsWith(':') ? asked[i] !== '' : part === asked[i]));
}

function notAcceptable({ method, url, headers: { accept } }: FastifyRequest): { error: EdgeProblem; allow?: string } | undefined {
  if (accept === undefined || method !== 'GET' || !url.startsWith('/v1/')) return undefined;
  const taken = accept.split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  if (taken.some((range) => ANSWERED.test(range))) return undefined;
  return { error: new EdgeProblem('not-acceptable', `Answers are JSON, which "${accept}" leaves out.`) };
}
