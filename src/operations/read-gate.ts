import type { FastifyInstance } from 'fastify';
import { EdgeProblem, problemOf, sendProblem } from '../http/problem-filter.js';
import type { Readiness } from './health.controller.js';

/** What is answered without the read model. */
const OPEN_TO_ALL = /^\/(health|docs|openapi\.json|v1\/admin)(\/|\?|$)/;

/** A node that has never reached its log, and holds nothing yet, must not pass for an empty tracker: questions are answered with 503. */
export function addReadGate(fastify: FastifyInstance, readiness: Readiness): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (readiness.mayAnswer || OPEN_TO_ALL.test(request.url)) done();
    else sendProblem(reply, problemOf(new EdgeProblem('not-ready', readiness.lack)));
  });
}
