import type { FastifyInstance } from 'fastify';

/** An answer of the API is data: a browser that shows it does nothing else with it. Pages say more exactly what they need. */
const OF_DATA = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The documentation is a program of its own, whose styles stand in its page. */
const OF_DOCUMENTATION = {
  ...OF_DATA,
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

const ONE_YEAR_SECONDS = 31_536_000;

/** Sets them before anything is answered. @param publicUrl over TLS: then browsers are told to come by no other way */
export function addSecurityHeaders(fastify: FastifyInstance, publicUrl: string | undefined): void {
  const isOverTls = publicUrl?.startsWith('https://') === true;
  const always = isOverTls ? { 'strict-transport-security': `max-age=${String(ONE_YEAR_SECONDS)}` } : {};
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(/^\/docs\b/.test(request.url) ? OF_DOCUMENTATION : OF_DATA).headers(always);
    done();
  });
}
