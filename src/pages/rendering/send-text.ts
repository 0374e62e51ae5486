import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { unlessHad } from '../../http/unless-had.js';
import { addVary } from '../../http/vary.js';

/**
 * Sends a text that is made anew at each request, with its ETag.
 * @param headers all but those of every text, its type among them
 * @returns what is sent: nothing where the browser has it
 */
export function sendText(
  text: string,
  headers: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Buffer | undefined {
  // Its bytes are made once: for the tag, for their number, and to be sent.
  const bytes = Buffer.from(text);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  addVary(reply, 'accept-language');
  void reply.headers({ ...headers, 'cache-control': 'no-cache' });
  return unlessHad(bytes, etag, request, reply);
}
