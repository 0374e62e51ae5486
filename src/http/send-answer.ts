import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShownAge } from '../ports/shown-age.js';
import './caller.js';
import { isCsvAsked, isTable } from './csv-asked.js';
import { originOf } from './public-url.js';
import type { RecentAnswers, SentAnswer } from './recent-answers.js';
import { unlessHad } from './unless-had.js';
import { addVary } from './vary.js';

/** Answers a question that was asked a moment ago before anything is worked out. */
export function addRecentAnswers(fastify: FastifyInstance, answers: RecentAnswers, age: ShownAge): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const answer = request.method === 'GET' ? answers.find(questionOf(request)) : undefined;
    if (answer === undefined) {
      done();
      return;
    }
    tellAge(reply, age);
    reply.send(prepared(answer, request, reply));
  });
}

/** What one answer answers: the URL, and what its asker is shown. */
export function questionOf(request: FastifyRequest): string {
  const { url, seesPosters, openNegotiations } = request;
  return `${originOf(request)}${url} ${isCsvAsked(request) ? 'csv' : ''} ${seesPosters ? 'posters' : ''} ${openNegotiations?.join() ?? ''}`;
}

/** While the log is away, or this node lags behind it, answers say for how long. */
export function tellAge(reply: FastifyReply, { ageSeconds }: ShownAge): void {
  if (ageSeconds !== 0) void reply.header('read-model-age', ageSeconds === null ? 'unknown' : String(ageSeconds));
}

/** Sets what goes with an answer. @returns what is sent: nothing where the client has it */
export function prepared({ text, etag, headers }: SentAnswer, request: FastifyRequest, reply: FastifyReply): string | undefined {
  // A cache takes over the headers of a 304: they are those of the answer that it keeps.
  void reply.headers(headers);
  if (isTable(request.url)) addVary(reply, 'accept');
  return unlessHad(text, etag, request, reply);
}
