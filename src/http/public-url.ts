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
  return isForwarded ? originIn(request.protocol, request.host) : '';
}

/** The same where URLs have to be whole, as in a feed: else by the `Host` that was asked for, or by the address that was reached. */
export function wholeOriginOf(request: FastifyRequest): string {
  const { localAddress = '127.0.0.1', localPort = 80 } = request.socket;
  const reached = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  return originOf(request) || originIn('http', request.headers.host ?? '') || `http://${reached}:${String(localPort)}`;
}

/** Headers that a proxy hands on as they came may say anything. @returns empty where they tell no origin of a browser */
function originIn(protocol: string, host: string): string {
  const origin = `${protocol}://${host}`;
  return /^https?$/.test(protocol) && /^[\w.:[\]-]+$/.test(host) && URL.canParse(origin) ? origin : '';
}
