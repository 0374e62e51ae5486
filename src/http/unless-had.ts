import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed } from './answer-tag.js';

/** Gives an answer its ETag. @returns what is sent: nothing, with 304, where the client has it */
export function unlessHad<T>(answer: T, etag: string, request: FastifyRequest, reply: FastifyReply): T | undefined {
  void reply.header('etag', etag);
  if (!isNamed(request.headers['if-none-match'], etag)) return answer;
  void reply.code(304);
  return undefined;
}
