import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type SpanFacts, Spans } from '../../ports/spans.js';

/** The span of a request, which is under way. */
export interface RequestSpan {
  /** What is told in there is part of it. */
  within(work: () => void): void;
  end(name: string, facts: SpanFacts, isFault: boolean): void;
}

/** Spans that begin with requests. */
export abstract class RequestSpans extends Spans {
  /** @param headers with `traceparent` it is part of what its sender traces */
  abstract begin(name: string, headers: IncomingHttpHeaders): RequestSpan;
  /** Sends what was not sent yet. */
  abstract stop(): Promise<void>;
}

/** Asked every few seconds by machines. */
const ROUTINE = /^\/(health\/|metrics(\?|$))/;

/** Traces each request from its beginning to the end of its answer. */
export function addRequestSpans(fastify: FastifyInstance, spans: RequestSpans): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (ROUTINE.test(request.url)) {
      done();
      return;
    }
    const { method, headers, id } = request;
    const span = spans.begin(method, headers);
    reply.raw.once('close', () => {
      const { statusCode, writableFinished } = reply.raw;
      const route = request.routeOptions.url;
      const facts = {
        'http.request.method': method,
        ...(route !== undefined && { 'http.route': route }),
        'http.response.status_code': statusCode,
        'tracker.request.id': id,
        ...(!writableFinished && { 'tracker.cut_off': true }),
      };
      span.end(`${method} ${route ?? '(no route)'}`, facts, statusCode >= 500);
    });
    span.within(done);
  });
}
