import type { FastifyInstance, FastifyRequest } from 'fastify';
import { EdgeProblem } from './problem-filter.js';

/** The most bytes a JSON body may have: what one append can hold. */
export const BODY_LIMIT_BYTES = 1_000_000;
/** The most bytes an import as one JSON array may have: 1,000 entries. */
export const IMPORT_LIMIT_BYTES = 32_000_000;

/**
 * JSON is decoded strictly, so that no broken bytes are stored altered; NDJSON is handed on as the stream it is.
 * A body that is neither is refused by Fastify with 415.
 */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: IMPORT_LIMIT_BYTES }, (request, body, done) => {
    try {
      done(null, parseBody(body as Buffer, isImport(request) ? IMPORT_LIMIT_BYTES : BODY_LIMIT_BYTES));
    } catch (error) {
      done(error as Error);
    }
  });
  fastify.addContentTypeParser('application/x-ndjson', (request, payload, done) => {
    if (isImport(request)) done(null, payload);
    else done(new EdgeProblem('unsupported-media-type', 'Only an import takes application/x-ndjson; send application/json.'));
  });
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') done(null, payload);
    else done(new EdgeProblem('unsupported-media-type', `A body in the content encoding "${encoding}" is not taken.`));
  });
}

function isImport({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.endsWith('/import') ?? false;
}

function parseBody(body: Buffer, limit: number): unknown {
  if (body.byteLength > limit) {
    throw new EdgeProblem('body-too-large', `The body has ${String(body.byteLength)} bytes; at most ${String(limit)} are taken.`);
  }
  return parseJson(body);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** An escape may spell any letter of it. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;
/** A text of this length cannot be nested deeper than a recursion over it can go. */
const FLAT_ENOUGH = 4_000;

/** Parses bytes as JSON. @throws EdgeProblem `malformed-json` */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = utf8.decode(bytes);
    // To look at every key takes longer than to parse; it fails where the nesting is too deep.
    const isHarmless = text.length <= FLAT_ENOUGH && !MAY_NAME_PROTOTYPE.test(text);
    return (isHarmless ? JSON.parse(text) : JSON.parse(text, refusePrototype)) as unknown;
  } catch (error) {
    throw new EdgeProblem('malformed-json', (error as Error).message);
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new Error('the key "__proto__" is not allowed');
  return value;
}
