import type { FastifyInstance } from 'fastify';
import { type Caller, suffices } from '../http/caller.js';
import { secretIn } from './credentials.js';
import { isBelowAdmin, ruleFor } from './rule-of-request.js';

/** Who may read, and who is told who posted what. */
export interface Openness {
  readonly readAccess: 'public' | 'key';
  readonly postersShownTo: 'all' | 'editors';
  /** Whether a key is needed to be told what the process counts. */
  readonly metricsAccess: 'public' | 'key';
}

/** Tells whose credentials a text is; undefined where they are nobody's. */
export type Recognise = (secret: string) => Caller | undefined | Promise<Caller | undefined>;

/** Finds out who asks, and what he is shown. To be added before what depends on it. */
export function addCallers(fastify: FastifyInstance, recognise: Recognise, { readAccess, postersShownTo }: Openness): void {
  fastify.decorateRequest('caller', undefined);
  fastify.decorateRequest('seesPosters', false);
  fastify.decorateRequest('openNegotiations', null);
  fastify.addHook('onRequest', (request, _reply, done) => {
    const admit = (caller: Caller | undefined): void => {
      request.caller = caller;
      request.seesPosters = postersShownTo === 'all' || (caller !== undefined && suffices(caller.role, 'editor'));
      request.openNegotiations = readAccess === 'key' ? (caller?.negotiations ?? null) : null;
      done();
    };
    const secret = secretIn(request.headers.authorization, ruleFor(request) !== 'everybody' && !isBelowAdmin(request));
    const found = secret === undefined ? undefined : recognise(secret);
    if (found instanceof Promise) found.then(admit, done);
    else admit(found);
  });
}
