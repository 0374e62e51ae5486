import type { HistoryFaultCode } from '../event-store/history-fault.js';
import type { RefusalCode } from '../vocabulary/refusal.js';

interface Problem {
  readonly status: number;
  readonly title: string;
}

/** What can go wrong at the edge or behind it, beside what a command or a query refuses. */
export type EdgeCode =
  | 'malformed-json'
  | 'malformed-request'
  | 'unauthorized'
  | 'forbidden'
  | 'no-such-route'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'body-too-slow'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'expectation-failed'
  | 'headers-too-large'
  | 'store-unavailable'
  | 'disk-full'
  | 'stopping'
  | 'issuer-unavailable'
  | 'busy'
  | 'clock-differs'
  | 'unreadable-event'
  | 'foreign-event'
  | HistoryFaultCode
  | 'too-many-requests'
  | 'too-many-streams'
  | 'streams-full'
  | 'connections-full'
  | 'too-dear'
  | 'not-ready'
  | 'internal-error';

export type ProblemCode = RefusalCode | EdgeCode;

/** Every error code with its HTTP status: a forgotten code does not compile. */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The body is not JSON in UTF-8' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-query': { status: 400, title: 'A query parameter is unknown or has a bad value' },
  unauthorized: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'The key is not for this' },
  'no-such-route': { status: 404, title: 'There is no such route' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'not-visible': { status: 404, title: 'Nothing visible at this point in time reports it' },
  'method-not-allowed': { status: 405, title: 'The method is not for this route' },
  'not-acceptable': { status: 406, title: 'There is no answer of the type that is asked for' },
  'body-too-slow': { status: 408, title: 'The request did not come in time' },
  'id-in-use': { status: 409, title: 'The id belongs to other content' },
  'in-use': { status: 409, title: 'It is in use and cannot be changed so' },
  'log-not-empty': { status: 409, title: 'The log holds events already' },
  'report-retracted': { status: 409, title: 'The report is retracted' },
  'source-withdrawn': { status: 409, title: 'The source is withdrawn' },
  'key-revoked': { status: 409, title: 'The key is revoked' },
  'nothing-to-undo': { status: 409, title: 'There is nothing to take back' },
  'unreadable-event': { status: 409, title: 'What is stored of it cannot be read' },
  'foreign-event': { status: 409, title: 'Another program has written into its stream' },
  'max-count-set': { status: 409, title: 'Its stream is set to keep only so many events' },
  'max-age-set': { status: 409, title: 'Its stream is set to forget events after a time' },
  'truncate-before-set': { status: 409, title: 'Its stream is cut off before an event' },
  'stream-deleted': { status: 409, title: 'Its stream was deleted' },
  'events-missing': { status: 409, title: 'Events of its stream are gone' },
  'rebuild-running': { status: 409, title: 'A rebuild is running' },
  'stale-revision': { status: 412, title: 'It has changed since, or is not as the precondition says' },
  'not-a-revision': { status: 412, title: 'If-Match names no revision' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not taken here' },
  'expectation-failed': { status: 417, title: 'What is expected is not known here' },
  'invalid-body': { status: 422, title: 'The body is well-formed but invalid' },
  'revision-required': { status: 428, title: 'If-Match with the revision is needed' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'too-many-streams': { status: 429, title: 'Too many live streams' },
  'headers-too-large': { status: 431, title: 'The head of the request is too large' },
  'internal-error': { status: 500, title: 'A fault of this service' },
  'store-unavailable': { status: 503, title: 'The log cannot be reached' },
  'issuer-unavailable': { status: 503, title: 'The issuer of the token cannot be reached' },
  stopping: { status: 503, title: 'This node is stopping' },
  busy: { status: 503, title: 'Other writers are faster' },
  'clock-differs': { status: 503, title: 'The clock of this node is wrong' },
  'streams-full': { status: 503, title: 'No more live streams can be opened here' },
  'connections-full': { status: 503, title: 'No more connections are served here' },
  'too-dear': { status: 503, title: 'Working out the answer takes too long' },
  'position-not-reached': { status: 503, title: 'This node has not reached the position' },
  'not-ready': { status: 503, title: 'The read model has not caught up yet' },
  'disk-full': { status: 507, title: 'There is no room left on the disk' },
} as const satisfies Record<ProblemCode, Problem>;
