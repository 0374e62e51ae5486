import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, suffices } from '../http/caller.js';
import { EdgeProblem, problemOf, sendProblem } from '../http/problem-filter.js';
import { addVary } from '../http/vary.js';
import { secretIn } from './credentials.js';
import { type Rule, ruleOf } from './route-rules.js';

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** Who may read, and who is told who posted what. */
export interface Openness {
  readonly readAccess: 'public' | 'key';
  readonly postersShownTo: 'all' | 'editors';
}

/** Tells whose credentials a text is; undefined where they are nobody's. */
export type Recognise = (secret: string) => Caller | undefined | Promise<Caller | undefined>;

/** Lets each request through that the table of rules allows, before a body is read. To be added before any route. */
export function addGate(fastify: FastifyInstance, recognise: Recognise, openness: Openness): void {
  fastify.decorateRequest('caller', undefined);
  fastify.decorateRequest('seesPosters', false);
  fastify.decorateRequest('openNegotiations', null);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (METHODS.includes(one) && url !== '*' && ruleOf(one, url) === undefined)
        throw new Error(`ROUTE_RULES says not who may ${one} ${url}`);
    }
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const secret = secretIn(request.headers.authorization, ruleFor(request) !== 'everybody' && !isBelowAdmin(request));
    const found = secret === undefined ? undefined : recognise(secret);
    const goOn = (caller: Caller | undefined): void => {
      request.caller = caller;
      request.seesPosters = openness.postersShownTo === 'all' || (caller !== undefined && suffices(caller.role, 'editor'));
      request.openNegotiations = openness.readAccess === 'key' ? (caller?.negotiations ?? null) : null;
      const problem = refusalOf(request, openness, secret !== undefined);
      if (problem === undefined) done();
      else refuse(request, reply, problem);
    };
    if (found instanceof Promise) found.then(goOn, done);
    else goOn(found);
  });
  if (openness.readAccess === 'key' || openness.postersShownTo === 'editors') {
    fastify.addHook('onSend', (request, reply, _payload, done) => {
      if (ruleFor(request) === 'reader') keepFromOthers(reply, openness);
      done();
    });
  }
}

function refusalOf(request: FastifyRequest, { readAccess }: Openness, hasCredentials: boolean): EdgeProblem | undefined {
  const { caller } = request;
  const rule = ruleFor(request);
  if (rule === 'everybody' || (rule === 'reader' && readAccess === 'public' && !isBelowAdmin(request))) return undefined;
  if (caller === undefined) {
    const told = hasCredentials ? 'The credentials are not, or not any more, those of a caller of this service.' : '';
    return new EdgeProblem('unauthorized', `${told} Send "Authorization: Bearer KEY" with a key of this service.`.trim());
  }
  if (!suffices(caller.role, rule))
    return new EdgeProblem('forbidden', `This is for the role ${rule}; "${caller.name}" is ${caller.role}.`);
  return limitOf(caller, request);
}

/** What not all are answered must not be given to others by a cache. */
function keepFromOthers(reply: FastifyReply, { readAccess }: Openness): void {
  addVary(reply, 'authorization');
  const said = String(reply.getHeader('cache-control') ?? 'no-cache').replace('public, ', '');
  if (readAccess === 'key' && said !== 'no-store') void reply.header('cache-control', `private, ${said}`);
}

/** A caller of some negotiations gets no further than these; the list of negotiations holds only his. */
function limitOf({ name, negotiations }: Caller, request: FastifyRequest): EdgeProblem | undefined {
  const { url } = request.routeOptions;
  if (negotiations === null || url === undefined || url === '/v1/negotiations') return undefined;
  const { n } = request.params as { n?: string };
  if (n !== undefined && negotiations.includes(n)) return undefined;
  return new EdgeProblem('forbidden', `"${name}" is limited to: ${negotiations.join(', ')}.`);
}

function refuse(request: FastifyRequest, reply: FastifyReply, problem: EdgeProblem): void {
  // A browser asks a person for a key where a page needs one.
  if (problem.code === 'unauthorized' && !isBelowAdmin(request)) {
    void reply.header('www-authenticate', 'Bearer realm="reading", Basic realm="A key, as the password", charset="UTF-8"');
  }
  sendProblem(reply, problemOf(problem));
}

/** Where there is no route, what is below /v1/admin tells so only to callers that are known. */
function ruleFor(request: FastifyRequest): Rule {
  const { url } = request.routeOptions;
  const rule = url === undefined ? undefined : ruleOf(request.method, url);
  return rule ?? (isBelowAdmin(request) ? 'reader' : 'everybody');
}

/** By the route that was matched, so that no spelling of the path gets around it; a path without a route is decoded here. */
function isBelowAdmin(request: FastifyRequest): boolean {
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
