import type { ProblemCode } from '../problems.js';

/** What a route is, as far as it decides what can go wrong. */
export interface RouteKind {
  readonly method: string;
  /** Its parameters as `{name}`. */
  readonly path: string;
  readonly hasBody: boolean;
  /** Whether it is refused to whom has no key for it. */
  readonly needsKey: boolean;
}

const ALWAYS: readonly ProblemCode[] = [
  'malformed-request',
  'expectation-failed',
  'headers-too-large',
  'invalid-query',
  'too-many-requests',
  'connections-full',
  'stopping',
  'internal-error',
];
const OF_KEYS: readonly ProblemCode[] = ['unauthorized', 'forbidden'];
const OF_SENDING: readonly ProblemCode[] = ['malformed-json', 'body-too-slow', 'body-too-large', 'unsupported-media-type'];
const OF_READS: readonly ProblemCode[] = ['not-ready', 'position-not-reached', 'too-dear'];
const OF_HISTORY: readonly ProblemCode[] = [
  'max-count-set',
  'max-age-set',
  'truncate-before-set',
  'stream-deleted',
  'events-missing',
  'unreadable-event',
  'foreign-event',
];
const OF_WRITES: readonly ProblemCode[] = ['store-unavailable', 'busy', 'clock-differs', 'disk-full'];

/** The codes of the problems that every route of this kind has. */
export function codesOfKind({ method, path, hasBody, needsKey }: RouteKind): ProblemCode[] {
  const isRead = path.startsWith('/v1/negotiations');
  const isOfLog = path.startsWith('/v1/admin/negotiations');
  const sends = method !== 'get';
  return [
    ...ALWAYS,
    // Credentials are looked at wherever they come.
    ...(path.startsWith('/v1/') ? (['issuer-unavailable'] as const) : []),
    ...(needsKey ? OF_KEYS : []),
    ...(path.includes('{') ? (['not-found'] as const) : []),
    ...(method === 'get' && path.startsWith('/v1/') ? (['not-acceptable'] as const) : []),
    ...(sends ? OF_SENDING : []),
    ...(hasBody ? (['invalid-body'] as const) : []),
    ...(isRead ? OF_READS : []),
    ...(isOfLog ? [...OF_HISTORY, ...OF_WRITES] : []),
  ];
}
