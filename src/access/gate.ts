import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, suffices } from '../http/caller.js';
import { EdgeProblem, problemOf, sendProblem } from '../http/problem-filter.js';
import { addVary } from '../http/vary.js';
import type { Openness } from './callers.js';
import { type Rule, ruleOf } from './route-rules.js';
import { isBelowAdmin, ruleFor } from './rule-of-request.js';

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** Lets each request through that the table of rules allows, before a body is read. To be added behind the callers and before any route. */
export function addGate(fastify: FastifyInstance, openness: Openness): void {
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (METHODS.includes(one) && url !== '*' && ruleOf(one, url) === undefined)
        throw new Error(`ROUTE_RULES says not who may ${one} ${url}`);
    }
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const problem = refusalOf(request, openness);
    if (problem === undefined) done();
    else refuse(request, reply, problem);
  });
  if (openness.readAccess === 'key' || openness.postersShownTo === 'editors') {
    fastify.addHook('onSend', (request, reply, _payload, done) => {
      if (ruleFor(request) === 'reader') keepFromOthers(reply, openness);
      done();
    });
  }
}

function refusalOf(request: FastifyRequest, openness: Openness): EdgeProblem | undefined {
  const { caller } = request;
  const rule = ruleFor(request);
  if (isForAll(rule, openness) && !isBelowAdmin(request)) return undefined;
  if (caller === undefined) {
    const isWrong = request.headers.authorization !== undefined;
    const told = isWrong ? 'These credentials are not, or not any more, those of a caller of this service. ' : '';
    return new EdgeProblem('unauthorized', `${told}Send "Authorization: Bearer KEY" with a key of this service.`);
  }
  if (rule !== 'everybody' && rule !== 'watcher' && !suffices(caller.role, rule))
    return new EdgeProblem('forbidden', `This is for the role ${rule}; "${caller.name}" is ${caller.role}.`);
  return rule === 'watcher' ? undefined : limitOf(caller, request);
}

/** Whether a route of this rule serves those without credentials too. */
export function isForAll(rule: Rule, { readAccess, metricsAccess }: Openness): boolean {
  switch (rule) {
    case 'everybody':
      return true;
    case 'reader':
      return readAccess === 'public';
    case 'watcher':
      return metricsAccess === 'public';
    default:
      return false;
  }
}

/** What not all are answered must not be given to others by a cache. */
function keepFromOthers(reply: FastifyReply, { readAccess }: Openness): void {
  addVary(reply, 'authorization');
  const said = String(reply.getHeader('cache-control') ?? 'no-cache').replace('public, ', '');
  if (readAccess === 'key' && said !== 'no-store') void reply.header('cache-control', `private, ${said}`);
}

/** Where negotiations are listed, only a caller's own are. */
const LISTS = ['/', '/v1/negotiations'];

/** A caller of some negotiations gets no further than these, and the lists of them. */
function limitOf({ name, negotiations }: Caller, request: FastifyRequest): EdgeProblem | undefined {
  const { url } = request.routeOptions;
  if (negotiations === null || url === undefined || LISTS.includes(url)) return undefined;
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
