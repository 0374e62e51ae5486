import { isIP } from 'node:net';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import './caller.js';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

/** How much one may ask for; undefined: the default, which does not count who asks from this machine. 0: any amount. */
export interface RequestLimits {
  /** Requests a minute of one address, without a key. */
  readonly ofAddress: number | undefined;
  /** Requests a minute of one key. */
  readonly ofCaller: number | undefined;
}

const DEFAULT_OF_ADDRESS = 6_000;
const DEFAULT_OF_CALLER = 12_000;
const MINUTE_MS = 60_000;
/** Networks are given to one customer in this size; within it addresses are for the taking. */
const IPV6_NETWORK = 64;

/**
 * Counts requests, those with a key by the key, others by the address, and refuses what is too much. Who may not ask at all is
 * counted too. To be added behind the callers, where `@fastify/rate-limit` is registered.
 */
export function addRequestLimits(fastify: FastifyInstance, limits: RequestLimits): void {
  const count = fastify.createRateLimit({ timeWindow: MINUTE_MS, max: (request) => limitFor(request, limits), keyGenerator: whoAsks });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (limitFor(request, limits) === 0 || request.url.startsWith('/health/')) {
      done();
      return;
    }
    void count(request).then((counted) => {
      if (counted.isAllowed || !isTooMuch(counted, request, reply)) done();
    }, done);
  });
}

type Counted = Exclude<Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>, { isAllowed: true }>;

/** Tells what is left, and refuses where nothing is. */
function isTooMuch({ max, remaining, ttlInSeconds, isExceeded }: Counted, { caller }: FastifyRequest, reply: FastifyReply): boolean {
  void reply.headers({
    'ratelimit-limit': String(max),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(ttlInSeconds),
  });
  if (!isExceeded) return false;
  void reply.header('retry-after', String(ttlInSeconds));
  const whose = caller ? `The key "${caller.name}"` : 'This address';
  sendProblem(reply, problemOf(new EdgeProblem('too-many-requests', `${whose} may send ${String(max)} requests a minute.`)));
  return true;
}

function limitFor({ caller, ip }: FastifyRequest, { ofAddress, ofCaller }: RequestLimits): number {
  const [set, byDefault] = caller ? [ofCaller, DEFAULT_OF_CALLER] : [ofAddress, DEFAULT_OF_ADDRESS];
  return set ?? (isOfThisMachine(ip) ? 0 : byDefault);
}

/** No name of a caller is an address. */
function whoAsks({ caller, ip }: FastifyRequest): string {
  return caller ? `caller ${caller.name}` : `address ${networkOf(ip)}`;
}

/** The address, or of IPv6 the network that one customer has. */
export function networkOf(ip: string): string {
  return isIP(ip) === 0 ? ip : normalizeIP(ip, IPV6_NETWORK);
}

/** Whether a request comes from this machine, and from no proxy that tells for whom it asks. */
export function isOfThisMachine(ip: string): boolean {
  return ip === '::1' || /^(::ffff:)?127\./.test(ip);
}
