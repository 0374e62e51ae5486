import type { FastifyReply, FastifyRequest } from 'fastify';
import { isNamed } from '../../http/answer-tag.js';

/**
 * Sends what is stored with its revision as the ETag.
 * @returns what is sent: nothing where the client has it
 */
export function withRevision(stored: object, revision: bigint, request: FastifyRequest, reply: FastifyReply): object | undefined {
  const etag = `"${String(revision)}"`;
  void reply.headers({ etag, 'cache-control': 'no-cache' });
  if (!isNamed(request.headers['if-none-match'], etag)) return stored;
  void reply.code(304);
  return undefined;
}
