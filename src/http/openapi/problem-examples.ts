import type { Fault } from '../../vocabulary/refusal.js';
import { type ProblemCode, PROBLEMS } from '../problems.js';
import type { ProblemBody } from '../problem-filter.js';

/** What a problem of each code says, as an example: a forgotten code does not compile. */
const SAID: Readonly<Record<ProblemCode, { readonly detail: string; readonly errors?: readonly Fault[] }>> = {
  'malformed-json': { detail: 'Unexpected end of JSON input' },
  'malformed-request': { detail: 'The request is not HTTP that this service can read: Invalid header token.' },
  'invalid-query': {
    detail: 'The query is not one that is known here.',
    errors: [{ parameter: 'asOf', code: 'invalid-date', detail: 'must be a day of the calendar, YYYY-MM-DD' }],
  },
  unauthorized: { detail: 'Send "Authorization: Bearer KEY" with a key of this service.' },
  forbidden: { detail: 'This is for the role admin; "desk" is editor.' },
  'no-such-route': { detail: 'There is no GET /v1/negotiation.' },
  'not-found': {
    detail: 'There is no issue "teritory" in ukraine-peace by then.',
    errors: [{ code: 'unknown-id', detail: 'There is no issue "teritory" in ukraine-peace by then.', suggestions: ['territory'] }],
  },
  'not-visible': { detail: 'No report that is visible then names the meeting "geneva".' },
  'method-not-allowed': { detail: 'PUT is not for /v1/negotiations; it takes GET, HEAD, OPTIONS.' },
  'not-acceptable': { detail: 'Answers are JSON, which "text/csv" leaves out.' },
  'body-too-slow': { detail: 'The body did not come within 60 s.' },
  'id-in-use': {
    detail: 'The report "merz-rules-nothing-out" has other content; correct it, or take another id.',
    errors: [{ pointer: '#/summary', code: 'id-in-use', detail: 'differs from what is recorded' }],
  },
  'in-use': {
    detail: 'The issue of a proposition in use cannot change.',
    errors: [{ pointer: '#/issue', code: 'in-use', detail: 'a report uses the proposition' }],
  },
  'report-retracted': { detail: 'The report "merz-rules-nothing-out" is retracted; a reinstatement takes that back.' },
  'source-withdrawn': { detail: 'The source "article-002" is withdrawn already; a readmission takes that back.' },
  'key-revoked': { detail: 'The key "desk" is revoked; make one with another name.' },
  'log-not-empty': { detail: 'The log holds events already: times are kept only by an import into an empty one.' },
  'nothing-to-undo': { detail: 'The report "merz-rules-nothing-out" is not retracted.' },
  'unreadable-event': { detail: 'What is stored cannot be read: the event 4 of report-ukraine-peace.a is no JSON.' },
  'foreign-event': { detail: 'Another program has written into report-ukraine-peace.a; nothing is written behind it.' },
  'max-count-set': { detail: 'The stream report-ukraine-peace.a is set to keep only 5 events.' },
  'max-age-set': { detail: 'The stream report-ukraine-peace.a is set to forget events after 3600 s.' },
  'truncate-before-set': { detail: 'The stream report-ukraine-peace.a is cut off before its event 3.' },
  'stream-deleted': { detail: 'The stream report-ukraine-peace.a was deleted.' },
  'events-missing': { detail: 'Events of the stream report-ukraine-peace.a are gone.' },
  'rebuild-running': { detail: 'A rebuild is running; GET /v1/admin/projections shows how far it is.' },
  'stale-revision': { detail: 'If-Match names the revision "0"; it is at "1" now.' },
  'not-a-revision': { detail: 'If-Match holds the ETag of a read. Send the revision that you saw, "1" by now.' },
  'body-too-large': { detail: 'The body has more than 1000000 bytes, which is the most that is taken.' },
  'unsupported-media-type': { detail: 'Only an import takes application/x-ndjson; send application/json.' },
  'invalid-body': {
    detail: 'The body does not have the form that is asked for.',
    errors: [{ pointer: '#/data/party', code: 'unknown-id', detail: 'there is no party "germny"', suggestions: ['germany'] }],
  },
  'expectation-failed': { detail: 'What "Expect: 200-ok" asks for is not known here; 100-continue is.' },
  'headers-too-large': { detail: 'The request line and the headers have more than 16384 bytes.' },
  'revision-required': { detail: 'Send If-Match with the revision that you saw; it is at "0" now.' },
  'too-many-requests': { detail: 'This address may send 600 requests a minute.' },
  'too-many-streams': { detail: 'This address may have 20 live streams open.' },
  'internal-error': { detail: 'An unforeseen fault; it is logged.' },
  'store-unavailable': { detail: 'The log cannot be reached; retry with the same id.' },
  'issuer-unavailable': { detail: 'The keys of https://login.example.org cannot be read just now; ask again.' },
  busy: { detail: 'Other writers were faster each time; retry with the same id.' },
  'clock-differs': { detail: 'The clock of this node is 40 s behind that of the log; it records nothing until that is put right.' },
  'streams-full': { detail: '1000 live streams are open here.' },
  'connections-full': { detail: '2000 connections are open here.' },
  'too-dear': { detail: 'Working out the answer takes longer than READ_SECONDS; ask for less: a page, an issue, a shorter span.' },
  'position-not-reached': {
    detail: 'This node stands at @412; ask again in a moment.',
    errors: [{ parameter: 'recordedBy', code: 'position-not-reached', detail: '@500 is not reached' }],
  },
  'not-ready': { detail: 'The read model stands at 120.' },
  stopping: { detail: 'This node is stopping; ask another one, or ask again.' },
  'disk-full': { detail: 'There is no room left for what is to be recorded; nothing of it is. Retry with the same id when there is.' },
};

/** A problem of a code, as it may be answered. */
export function exampleOf(code: ProblemCode): ProblemBody {
  const { status, title } = PROBLEMS[code];
  const { detail, errors = [] } = SAID[code];
  return { type: `urn:problem:negotiation-tracker:${code}`, title, status, code, detail, errors };
}
