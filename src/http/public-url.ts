import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How the service is reached from outside. */
export interface Reach {
  /** The origin that is told in URLs; undefined: as the proxies tell it, or else none, so that URLs are relative. */
  readonly publicUrl: string | undefined;
  /** Addresses of proxies whose `X-Forwarded-*` headers are believed: of an address, of a network, or a word for several. */
  readonly trustedProxies: readonly string[];
}

declare module 'fastify' {
  interface FastifyInstance {
    publicUrl?: string;
  }
}

const FORWARDED = ['x-forwarded-host', 'x-forwarded-proto'];

/** Has URLs told as they are reached from outside, where that is set. */
export function addPublicUrl(fastify: FastifyInstance, { publicUrl }: Reach): void {
  if (publicUrl !== undefined) fastify.decorate('publicUrl', publicUrl);
}

/** What stands before the path in URLs that are told; empty where they are relative. */
export function originOf(request: FastifyRequest): string {
  const { publicUrl } = request.server;
  if (publicUrl !== undefined) return publicUrl;
  // Where the one who asks is no proxy that is believed, Fastify takes none of these headers.
  const isForwarded = (request.ips?.length ?? 0) > 1 && FORWARDED.some((name) => request.headers[name] !== undefined);
  return isForwarded && /^[\w.:[\]-]+$/.test(request.host) ? `${request.protocol}://${request.host}` : '';
}
