import fc from 'fast-check';
import type { Document, Operation, Parameter } from '../openapi/described-routes.js';
import { faulty } from '../service-fuzz.js';
import { brokenBytes, hostileSegment, hostileValue, written } from './hostile-texts.js';

/** Who asks. */
export type Asker = 'admin' | 'limited' | 'reader' | 'nobody' | 'garbage';

export interface HostileRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly asker: Asker;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

interface Described {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
}

/** Requests to all operations of a document: each like its example, with something wrong in it. */
export function hostileRequests(document: Document): fc.Arbitrary<HostileRequest> {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ operation, method: method.toUpperCase(), path })),
  );
  return fc.oneof(...all.map(requestsOf));
}

function requestsOf({ operation, method, path }: Described): fc.Arbitrary<HostileRequest> {
  const { parameters = [], operationId } = operation;
  const { content = {} } = operation.requestBody ?? {};
  const types = Object.entries(content).map(([type, { example }]) => ({ type, example }));
  return fc
    .record({
      method: fc.oneof(
        { weight: 19, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'TRACE') },
      ),
      url: fc.tuple(pathOf(path, parameters), queryOf(parameters)).map(([where, query]) => where + query),
      asker: fc.oneof(
        { weight: 8, arbitrary: fc.constant<Asker>('admin') },
        { weight: 3, arbitrary: fc.constantFrom<Asker>('limited', 'reader', 'nobody', 'garbage') },
      ),
      headers: hostileHeaders,
      sent: types.length === 0 ? fc.constant(undefined) : fc.oneof(...types.map(({ type, example }) => bodyOf(type, example))),
    })
    .map(({ sent, headers, ...request }) => ({
      operation: operationId,
      ...request,
      headers: { ...(sent && { 'content-type': sent.type }), ...headers },
      body: sent?.bytes,
    }));
}

function pathOf(path: string, parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const parts = path.split(/\{(\w+)\}/).map((part, i) => {
    if (i % 2 === 0) return fc.constant(part);
    const example = parameters.find(({ name }) => name === part)?.example ?? 'none';
    return fc.oneof({ weight: 12, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: hostileSegment });
  });
  return fc.tuple(...parts).map((some) => some.join(''));
}

const GOOD = ['2026-01-05', 'certain', 'true', 'recorded', 'published', '1', '500', 'russia', 'territory', '@1', 'troops', 'own'];
const BAD = [
  '9999-12-31',
  '0000-01-01',
  '2026-02-30',
  '@0',
  '@-1',
  '@1e9',
  '-1',
  '1e400',
  '0',
  '99999999999999999999',
  '',
  '[]',
  '1.5',
  'cnVzc2lh',
  'a,b,,',
];
const STRANGE = ['__proto__', 'constructor', '__proto__[isAdmin]', 'a[b]', 'limit[]', '', '%00', '%ff', '%zz', 'toString'];

function queryOf(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const name =
    known.length === 0
      ? fc.constantFrom(...STRANGE)
      : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: fc.constantFrom(...STRANGE) });
  const value = fc.oneof(fc.constantFrom(...GOOD), fc.constantFrom(...BAD), hostileSegment);
  const pair = fc.tuple(name, value).map(([left, right]) => `${left}=${right}`);
  return fc
    .oneof(
      { weight: known.length === 0 ? 9 : 2, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.array(pair, { minLength: 1, maxLength: 4 }) },
    )
    .map((pairs: readonly string[]) => (pairs.length === 0 ? '' : `?${pairs.join('&')}`));
}

const ODD_TYPES = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/json;',
  'multipart/form-data',
  'application/x-ndjson',
  '',
  'a',
  'application/JSON',
];

const hostileHeaders: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc.oneof(
      fc.tuple(
        fc.constant('if-match'),
        fc.constantFrom('"0"', '"1"', '*', '"', 'W/"0"', '"-1"', '"99999999999999999999"', '""', 'a, b', '"\u00ff"'),
      ),
      fc.tuple(fc.constant('if-none-match'), fc.constantFrom('*', '"', 'W/"a"', ', ,', '"a"'.repeat(500))),
      fc.tuple(
        fc.constant('accept'),
        fc.constantFrom(
          '*/*',
          'application/json',
          'text/csv',
          'text/event-stream',
          'image/png',
          ';q=',
          'a'.repeat(4_000),
          'text/csv;q=NaN',
        ),
      ),
      fc.tuple(fc.constant('content-type'), fc.constantFrom(...ODD_TYPES)),
      fc.tuple(fc.constant('content-encoding'), fc.constantFrom('gzip', 'br', 'identity', 'a, b')),
      fc.tuple(fc.constant('last-event-id'), fc.constantFrom('1', '-1', '1e400', '99999999999999999999', '\u00ff', '@1')),
      fc.tuple(fc.constant('accept-encoding'), fc.constantFrom('gzip', 'br;q=0, gzip;q=NaN', '*', 'identity;q=0')),
      fc.tuple(
        fc.constantFrom('x-request-id', 'x-correlation-id', 'x-causation-id'),
        fc.constantFrom('', 'a'.repeat(300), '\u00ff', '__proto__', '0'),
      ),
      fc.tuple(
        fc.constantFrom('x-forwarded-host', 'x-forwarded-for', 'x-forwarded-proto', 'origin'),
        fc.constantFrom('', 'evil.example', '::1', 'a b', 'null'),
      ),
      fc.tuple(
        fc.constantFrom('range', 'expect', 'upgrade-insecure-requests', '__proto__', 'constructor'),
        fc.constantFrom('bytes=0-1', '1', 'a'),
      ),
    ),
    { maxLength: 3 },
  )
  .map((pairs) => Object.fromEntries(pairs));

interface Body {
  readonly type: string;
  readonly bytes: Buffer;
}

function bodyOf(type: string, example: unknown): fc.Arbitrary<Body> {
  const whole = type === 'application/x-ndjson' ? lines(String(example)) : faulty([example as object], hostileValue).map(written);
  const broken = fc.tuple(whole, brokenBytes).map(([bytes, breaking]) => breaking(bytes));
  return fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: broken }).map((bytes) => ({ type, bytes }));
}

const ODD_LINES = [
  '',
  ' ',
  'null',
  '[]',
  '{',
  '{}',
  '"a"',
  '\u0000',
  '{"entry":"__proto__"}',
  '{"entry":"report"}',
  '\u2028',
  `{"entry":"party","id":"${'a'.repeat(90)}"}`,
];

/** Lines of an import, some of them odd, ended in one way or another. */
function lines(example: string): fc.Arbitrary<Buffer> {
  const good = example.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as object]));
  const line = fc.oneof(
    faulty(good, hostileValue).map(written),
    fc.constantFrom(...ODD_LINES).map((odd) => Buffer.from(odd)),
  );
  return fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n'))
    .map(([some, end]) => Buffer.concat(some.flatMap((one) => [one, Buffer.from(end)])));
}
