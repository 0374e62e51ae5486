import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { EdgeProblem, problemOf, sendProblem } from './problem-filter.js';

const NAME_AND_VALUE = 2;

/**
 * Refuses a request that names no host, or several, and one that expects what is not known here: with a problem, as all others. Node's own
 * answers would say nothing, and promise to close the connection while requests behind them are served unseen.
 */
export function addHeadFaults(fastify: FastifyInstance): void {
  fastify.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    fastify.server.emit('request', request, response);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const fault = faultOf(request.raw);
    if (fault === undefined) done();
    else sendProblem(reply, problemOf(fault));
  });
}

function faultOf({ httpVersion, rawHeaders, headers: { expect } }: IncomingMessage): EdgeProblem | undefined {
  const hosts = rawHeaders.filter((text, i) => i % NAME_AND_VALUE === 0 && text.toLowerCase() === 'host').length;
  // HTTP/1.0 knows no hosts.
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1'))
    return new EdgeProblem('malformed-request', `A request needs one header Host; this one has ${hosts === 0 ? 'none' : String(hosts)}.`);
  if (expect === undefined || expect.toLowerCase() === '100-continue') return undefined;
  return new EdgeProblem('expectation-failed', `What "Expect: ${expect}" asks for is not known here; 100-continue is.`);
}
