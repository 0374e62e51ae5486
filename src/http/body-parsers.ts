import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from './limits.js';
import { EdgeProblem } from './problem-filter.js';
import { readBody } from './read-body.js';
import { parseJson } from './strict-json.js';

/**
 * JSON is decoded strictly, so that nothing is stored altered. An import is handed on as it comes: its lines as the stream they are,
 * its array as bytes, to be parsed bit by bit. A body that is neither is refused by Fastify with 415.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (isImport(request)) return readBody(payload, limits.importArrayBytes);
    return parseJson(await readBody(payload, limits.bodyBytes));
  });
  fastify.addContentTypeParser('application/merge-patch+json', async (request: FastifyRequest, payload: IncomingMessage) => {
    if (request.method === 'PATCH') return parseJson(await readBody(payload, limits.bodyBytes));
    throw new EdgeProblem('unsupported-media-type', 'Only PATCH takes application/merge-patch+json; send application/json.');
  });
  fastify.addContentTypeParser('application/x-ndjson', (request, payload, done) => {
    if (isImport(request)) done(null, payload);
    else done(new EdgeProblem('unsupported-media-type', 'Only an import takes application/x-ndjson; send application/json.'));
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const refusal = refusalOf(request);
    if (refusal) done(refusal);
    else done(null, payload);
  });
}

/** What cannot be read as it is sent is refused before it is read. */
function refusalOf(request: FastifyRequest): EdgeProblem | undefined {
  // The body of a read, if it has one, is not read.
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') {
    return new EdgeProblem('unsupported-media-type', `A body in the content encoding "${encoding}" is not taken.`);
  }
  const charset = charsetOf(type);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    return new EdgeProblem('unsupported-media-type', `A body in the charset "${charset}" is not taken; send UTF-8.`);
  }
  return undefined;
}

function charsetOf(type: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1]?.toLowerCase();
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.endsWith('/import') ?? false;
}
