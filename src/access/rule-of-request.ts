import type { FastifyRequest } from 'fastify';
import { type Rule, ruleOf } from './route-rules.js';

/** Where there is no route, what is below /v1/admin tells so only to callers that are known. */
export function ruleFor(request: FastifyRequest): Rule {
  const { url } = request.routeOptions;
  const rule = url === undefined ? undefined : ruleOf(request.method, url);
  return rule ?? (isBelowAdmin(request) ? 'reader' : 'everybody');
}

/** By the route that was matched, so that no spelling of the path gets around it; a path without a route is decoded here. */
export function isBelowAdmin(request: FastifyRequest): boolean {
  const path = request.routeOptions.url ?? decoded(request.url);
  return path === '/v1/admin' || path.startsWith('/v1/admin/');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return url;
  }
}
