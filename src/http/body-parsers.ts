import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BODY_BYTES, IMPORT_ARRAY_BYTES } from './limits.js';
import { EdgeProblem } from './problem-filter.js';
import { parseJson } from './strict-json.js';

/**
 * JSON is decoded strictly, so that nothing is stored altered. An import is handed on as it comes: its lines as the stream they are,
 * its array as bytes, to be parsed bit by bit. A body that is neither is refused by Fastify with 415.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: IMPORT_ARRAY_BYTES }, (request, body, done) => {
    try {
      done(null, isImport(request) ? body : parseBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
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
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '', 'content-length': length = '0' } = request.headers;
  if (encoding.toLowerCase() !== 'identity') {
    return new EdgeProblem('unsupported-media-type', `A body in the content encoding "${encoding}" is not taken.`);
  }
  const charset = charsetOf(type);
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    return new EdgeProblem('unsupported-media-type', `A body in the charset "${charset}" is not taken; send UTF-8.`);
  }
  return isImport(request) ? undefined : tooLarge(Number(length));
}

function charsetOf(type: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1]?.toLowerCase();
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.endsWith('/import') ?? false;
}

function parseBody(body: Buffer): unknown {
  const refusal = tooLarge(body.byteLength);
  if (refusal) throw refusal;
  return parseJson(body);
}

function tooLarge(bytes: number): EdgeProblem | undefined {
  if (bytes <= BODY_BYTES) return undefined;
  return new EdgeProblem('body-too-large', `The body has ${String(bytes)} bytes; at most ${String(BODY_BYTES)} are taken.`);
}
