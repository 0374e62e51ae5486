import { type Draft, READ_PATH, withHeader } from './raw-draft.js';

/** Lines that a request may begin with, and that mostly none should. */
export const REQUEST_LINES: readonly string[] = [
  ...['', ' ', 'GET', 'GET ', `GET ${READ_PATH}`, `GET ${READ_PATH} HTTP`, `GET ${READ_PATH} HTTP/`, `GET ${READ_PATH} HTTP/1.1 x`],
  ...['0.9', '1', '1.0', '1.2', '2.0', '9.9', '-1', '1.1.1', '11', 'x.y'].map((version) => `GET ${READ_PATH} HTTP/${version}`),
  ...['http/1.1', 'HTTPS/1.1', 'ICE/1.0', 'RTSP/1.0'].map((protocol) => `GET ${READ_PATH} ${protocol}`),
  ...['get', 'FOO', 'G\u0000T', 'GE T', 'GET\t', 'PROPFIND', 'TRACE', 'TRACK', 'QUERY', 'DELETE', 'OPTIONS', 'M-SEARCH', '\u00e9'].map(
    (method) => `${method} ${READ_PATH} HTTP/1.1`,
  ),
  ...['*', 'x', '', '?', '#', '//', '/\\', '/..', '/../..', '\\', '/a b', '/a\tb', '/#a', '/%', '/?%', '/;a'].map(asTarget),
  ...['http://', 'http://evil.example/v1', 'http://[::1', 'evil.example:80', 'file:///etc/passwd', 'javascript:1'].map(asTarget),
  ...['/v1/../health/live', '/%2e%2e/health', '/v1//negotiations', '/v1/negotiations/.'].map(asTarget),
  ...['CONNECT evil.example:443 HTTP/1.1', 'OPTIONS * HTTP/1.1', ` GET ${READ_PATH} HTTP/1.1`, `GET  ${READ_PATH}  HTTP/1.1`],
  ...[`GET\t${READ_PATH}\tHTTP/1.1`, `GET ${READ_PATH} HTTP/1.1\r`, `GET ${READ_PATH}\rHTTP/1.1`, `GET ${READ_PATH}\nHTTP/1.1`],
];

function asTarget(target: string): string {
  return `GET ${target} HTTP/1.1`;
}

/** Lines that may stand among headers. */
export const ODD_HEADERS: readonly string[] = [
  ...['', ':', ': a', 'a', 'a b: c', 'a : b', ' a: b', '\tfolded', 'X-A: b\r\n folded', 'X-A: b\n folded', 'a\u0000: b', 'X-A: \u0000'],
  ...['X-\u00e9: b', 'X-A: b\nX-B: c', 'X-A: b\rX-B: c', '__proto__: x', 'constructor: x', 'Max-Forwards: -1', 'Cookie: a=b;;;'],
  ...['Host: y', 'Host : x', 'Host: a b', 'Host: a@b', 'Host: http://x', 'Host:', 'Host: [::1', 'Forwarded: for="', 'Origin: \u0000'],
  ...['Connection: close, keep-alive', 'Connection: x-request-id', 'Keep-Alive: timeout=-1', 'Trailer: x', 'TE: trailers'],
  ...['Expect: 100-continue', 'Expect: 200-ok', 'Expect:', 'Range: bytes=9-1', 'X-HTTP-Method-Override: DELETE'],
  ...['Authorization: Basic', 'Authorization: Basic =', 'Authorization: Bearer', 'Authorization: Bearer a b', 'Authorization: Digest x'],
  ...['Content-Type: \u0001', 'Content-Type: application/json; charset="', 'Accept: ,;q=1e400,', 'Accept-Encoding: br;q=,'],
  ...['If-Match: "\u00ff', 'If-Match: "0"\r\nIf-Match: "1"', 'traceparent: 00-0-0-0', 'X-A: '.repeat(3)],
  `traceparent: ff-${'0'.repeat(32)}-${'0'.repeat(16)}-ff`,
];

const INJECTED = 'X-Injected: 1';
const INJECTIONS = [
  ...[`\r\n${INJECTED}`, `\r${INJECTED}`, `\n${INJECTED}`, `\r\n\r\nHTTP/1.1 200 OK\r\n${INJECTED}\r\n\r\n`],
  ...[`%0d%0a${INJECTED}`, `%0a${INJECTED}`, `%250d%250a${INJECTED}`, `\\r\\n${INJECTED}`],
  // Of which some programs keep the lower byte alone: a line feed, or both.
  ...[`\u010a${INJECTED}`, `\u010d\u010a${INJECTED}`, `\u0085${INJECTED}`, `\u2028${INJECTED}`].map(asBytes),
];
const REPEATED_HEADERS = [
  ...['X-Request-Id: a', 'X-Correlation-Id: a', 'X-Forwarded-Host: a', 'X-Forwarded-Proto: a', 'Origin: http://a', 'traceparent: a'],
  ...['Access-Control-Request-Headers: a', 'Accept: a/b', 'If-None-Match: "a', 'Last-Event-ID: 1'],
];

/** Whether an answer has a header of the one who asked. */
export function hasInjected(headers: readonly string[]): boolean {
  return headers.some((header) => header.toLowerCase().startsWith('x-injected'));
}

/** What tries to write a header of the answer, by what an answer may repeat. */
export const INJECTING: readonly ((draft: Draft) => Draft)[] = INJECTIONS.flatMap((injection) => [
  ...REPEATED_HEADERS.map((header) => (draft: Draft) => withHeader(draft, header + injection)),
  ...[`${READ_PATH}/`, `${READ_PATH}?cursor=`, `${READ_PATH}?asOf=`].map((target) => (draft: Draft) => ({
    ...draft,
    line: asTarget(target + injection.replaceAll(' ', '%20')),
  })),
]);

/** Text as the bytes of UTF-8, each a character. */
function asBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** NUL, controls, and what is no UTF-8, as bytes and in percent-encoding. */
export const ODD_BYTES: readonly string[] = [
  ...['\u0000', '\u0000\u0000', '\u0001', '\u001b[2J', '\u007f', '\u0080', '\u00ff', '\u00ff\u00fe', '\u00c0\u00af', '\u00e2\u0082'],
  ...['\u00ed\u00a0\u0080', '\u00f4\u0090\u0080\u0080', '\u00f0\u009f\u0092\u00a9', '%00', '%ff', '%c0%af', '%ed%a0%80', '%e2%82'],
];

const TARGET_END = / HTTP.*$/;
const NAMED = [
  ...['Authorization: Bearer ', 'X-Request-Id: ', 'If-Match: ', 'If-None-Match: ', 'Accept: ', 'Accept-Language: ', 'Last-Event-ID: '],
  ...['Origin: ', 'Content-Type: ', 'Host: ', 'X-Correlation-Id: ', 'Accept-Encoding: ', 'X-Forwarded-For: '],
];

/** Where such bytes may stand. */
export const PLACES: readonly ((draft: Draft, bytes: string) => Draft)[] = [
  (draft, bytes) => ({ ...draft, line: draft.line.replace('ukraine-peace', `ukraine${bytes}`) }),
  ...['/', '?q=', '?cursor=', '?party=', '?=', '?'].map((before) => (draft: Draft, bytes: string) => ({
    ...draft,
    line: draft.line.replace(TARGET_END, (end) => before + bytes + end),
  })),
  ...NAMED.map((name) => (draft: Draft, bytes: string) => ({
    ...draft,
    headers: [...draft.headers.filter((header) => !header.startsWith(name)), name + bytes],
  })),
  (draft, bytes) => withHeader(draft, `X-${bytes}: a`),
];

const filled = (name: string, text: string, times: number) => (draft: Draft) => withHeader(draft, `${name}: ${text.repeat(times)}`);

/** Heads of many kilobytes: some are served still, some are not. */
export const OVERSIZE: readonly ((draft: Draft) => Draft)[] = [
  ...[9_000, 17_000, 100_000, 1_000_000].flatMap((length) => [
    filled('X-A', 'a', length),
    (draft: Draft) => withHeader(draft, `${'a'.repeat(length)}: b`),
    (draft: Draft) => ({ ...draft, line: asTarget(`/${'a'.repeat(length)}`) }),
    (draft: Draft) => ({ ...draft, line: asTarget(`${READ_PATH}?${'a=b&'.repeat(length / 4)}`) }),
    (draft: Draft) => ({ ...draft, line: `${'G'.repeat(length)} / HTTP/1.1` }),
  ]),
  ...[500, 3_000, 20_000].map(
    (many) => (draft: Draft) => withHeader(draft, Array.from({ length: many }, (_, i) => `X-${String(i)}: a`).join('\r\n')),
  ),
  filled('Cookie', 'a=b; ', 3_000),
  filled('Accept', 'text/csv;q=0.1, ', 900),
  filled('If-None-Match', '"a", ', 2_500),
  filled('X-Forwarded-For', '1.1.1.1, ', 1_500),
];
