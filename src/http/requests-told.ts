import type { FastifyInstance, FastifyRequest } from 'fastify';
import './caller.js';
import type { ProblemCode } from './problems.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that it was answered with. */
    problem: ProblemCode | undefined;
  }
}

/** What is told of a request when it is over: nothing of what was sent, and no credentials. */
export interface RequestTold {
  readonly id: string;
  readonly method: string;
  /** The route, with its parameters as `:name`; null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly milliseconds: number;
  /** The name of the key, or of the token, that it came with; null without one. */
  readonly caller: string | null;
  readonly problem: ProblemCode | null;
  /** Where it came with credentials that are nobody's: from which address. */
  readonly refusedAddress: string | null;
  /** Whether its client left before the end of the answer. */
  readonly isCutOff: boolean;
}

/** Told of each request. */
export interface RequestObserver {
  begun(): void;
  /** Its answer has gone out, or its client has left. */
  ended(request: RequestTold): void;
}

const MOST_WHO_WAIT = 20;

/** To be added before all else. */
export function addRequestsTold(fastify: FastifyInstance, observer: RequestObserver): void {
  fastify.decorateRequest('problem', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    const begun = performance.now();
    observer.begun();
    // Who compresses, sends a stream or counts clients waits for the end as well.
    reply.raw.setMaxListeners(MOST_WHO_WAIT);
    reply.raw.once('close', () => {
      const { statusCode, writableFinished } = reply.raw;
      observer.ended({ ...factsOf(request), status: statusCode, milliseconds: performance.now() - begun, isCutOff: !writableFinished });
    });
    done();
  });
}

function factsOf(request: FastifyRequest): Omit<RequestTold, 'status' | 'milliseconds' | 'isCutOff'> {
  const { id, method, problem, caller } = request;
  const isRefused = problem === 'unauthorized' && request.headers.authorization !== undefined;
  return {
    id,
    method,
    route: request.routeOptions.url ?? null,
    caller: caller?.name ?? null,
    problem: problem ?? null,
    refusedAddress: isRefused ? request.ip : null,
  };
}
