import type { FastifyReply, FastifyRequest } from 'fastify';
import { unlessHad } from '../../http/unless-had.js';

/**
 * Sends what is stored with its revision as the ETag.
 * @returns what is sent: nothing where the client has it
 */
export function withRevision(stored: object, revision: bigint, request: FastifyRequest, reply: FastifyReply): object | undefined {
  void reply.header('cache-control', 'no-cache');
  return unlessHad(stored, `"${String(revision)}"`, request, reply);
}
