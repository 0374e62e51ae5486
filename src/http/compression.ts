import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { addVary } from './vary.js';

/** Texts that are sent whole. What goes out step by step is not held back to be packed. */
const PACKED = /^(application\/(problem\+)?json|application\/(javascript|yaml)|text\/(html|css|csv|javascript|yaml)|image\/svg\+xml)\b/;

/** A better quality costs more time than it saves on the way. */
const BROTLI_QUALITY = 4;

/** How answers are packed for clients that take them so. */
export const COMPRESSION: FastifyCompressOptions = {
  encodings: ['br', 'gzip'],
  threshold: 1_024,
  customTypes: PACKED,
  globalDecompression: false,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
};

/**
 * To be added before the plugin: what an editor is given to be sent back with its `ETag` goes out as it is.
 */
export function addUnpackedRoutes(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/v1/admin')) route.compress = false;
  });
}

/**
 * Says of whatever may be packed that it may. The tag stays: packed or not, it is the same answer, and ranges of its bytes, for which
 * the difference would count, are not served.
 */
export function addVaryOfPacked(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && PACKED.test(type) && !request.url.startsWith('/v1/admin')) addVary(reply, 'accept-encoding');
    done();
  });
}
