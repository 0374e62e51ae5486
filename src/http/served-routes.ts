import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Accepted } from './accepted.js';
import { isCsvAsked } from './csv-asked.js';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

interface Route {
  readonly method: string;
  /** The parts of its path; a parameter is any part. */
  readonly parts: readonly string[];
}

const READING = ['GET', 'HEAD'];
/** What else a read may be answered as, where the client names it. */
const NAMED = ['application/problem+json', 'application/x-ndjson', 'text/event-stream'];

/** Answers what is served nowhere, or not in a form that the client takes, before a body is read. To be added before any route. */
export function addServedRoutes(fastify: FastifyInstance): void {
  const routes: Route[] = [];
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, parts: url.split('/') });
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const allow = request.is404 && request.method === 'OPTIONS' ? allowedAt(request.url, routes) : '';
    if (allow !== '') {
      void reply.code(204).header('allow', allow);
      void reply.send();
      return;
    }
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
  const allow = allowedAt(url, routes);
  if (allow === '') return { error: new EdgeProblem('no-such-route', `There is no ${method} ${path}.`) };
  return { error: new EdgeProblem('method-not-allowed', `${method} is not for ${path}; it takes ${allow}.`), allow };
}

/** The methods that are served at a path; none where it is not served. */
function allowedAt(url: string, routes: readonly Route[]): string {
  const parts = (url.split('?', 1)[0] ?? '').split('/');
  const allowed = routes.filter((route) => isOf(route, parts)).map((route) => route.method);
  return allowed.length === 0 ? '' : [...new Set([...allowed, 'OPTIONS'])].sort().join(', ');
}

function isOf({ parts }: Route, asked: readonly string[]): boolean {
  return parts.length === asked.length && parts.every((part, i) => (part.startsWith(':') ? asked[i] !== '' : part === asked[i]));
}

function notAcceptable(request: FastifyRequest): { error: EdgeProblem; allow?: string } | undefined {
  const {
    method,
    url,
    headers: { accept },
  } = request;
  if (accept === undefined || !READING.includes(method) || !url.startsWith('/v1/')) return undefined;
  const accepted = new Accepted(accept);
  if (accepted.quality('application/json') > 0 || NAMED.some((type) => accepted.names(type)) || isCsvAsked(request)) return undefined;
  return { error: new EdgeProblem('not-acceptable', `Answers are JSON, tables text/csv too, which "${accept}" leaves out.`) };
}
