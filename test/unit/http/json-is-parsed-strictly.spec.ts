import { parseJson } from '../../../src/http/strict-json.js';
import { Refusal } from '../../../src/vocabulary/refusal.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const long = `"${'x'.repeat(5_000)}"`;
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

it.each([
  '{"a":[1,"ü"]}',
  '"\\u00fc"',
  'null',
  long,
  '{"a":{"a":1},"b":[{"a":1},{"a":2}],"":0," ":0}',
  '{"quote \\" within":1,"backslash \\\\":"\\\\","comma, colon: [{":"}]"}',
  nested(32),
])('parses %s', (text) => {
  expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
});

it.each([
  '{"__proto__":1}',
  '{"a":[{"\\u005f_proto__":1}]}',
  '{"_\\u005Fproto__":1}',
  `{"a":${long},"__proto__":1}`,
  nested(33),
  nested(60_000),
  '{"a":1} ]',
  '1,',
])('refuses %s', (text) => {
  expect(() => parseJson(bytes(text))).toThrow(expect.objectContaining({ code: 'malformed-json' }) as Error);
});

/** The faults that a text is refused with, as `POINTER CODE`. */
function faultsOf(text: string): string[] {
  try {
    parseJson(bytes(text));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map(({ pointer = '', code }) => `${pointer} ${code}`);
  }
}

describe('a number', () => {
  it.each([
    '0',
    '-0',
    '1.50',
    '0.1',
    '1E2',
    '1e+2',
    '1.0e-7',
    '123456789012345',
    '9007199254740992',
    '5e-324',
    '1.7976931348623157e308',
    '100000000000000000000',
  ])('%s is kept as it was sent', (number) => {
    expect(faultsOf(`{"a":[${number}]}`)).toEqual([]);
  });

  it.each([
    '9007199254740993',
    '-9007199254740993',
    '1e400',
    '-1e400',
    '1e-400',
    '0.1000000000000000055',
    '1e99999999999999999999',
    `1${'0'.repeat(500)}`,
  ])('%s would be altered, and is told with its place', (number) => {
    expect(faultsOf(`{"a":[1,{"b":${number}}]}`)).toEqual(['#/a/1/b inexact-number']);
  });
});

it.each<[string, string[]]>([
  ['{"a":1,"a":1}', ['#/a']],
  ['{"a":1,"\\u0061":2}', ['#/a']],
  ['{"a":[{"b":1},{"b":1,"c/d":2,"b":3,"c/d":4}]}', ['#/a/1/b', '#/a/1/c~1d']],
  ['{"a":{"a":1},"b":{"a":1},"a":[]}', ['#/a']],
])('a key that stands twice is told with its place: %s', (text, places) => {
  expect(faultsOf(text)).toEqual(places.map((place) => `${place} duplicate-key`));
});

it('a key that stands twice is told however many others stand there', () => {
  const object = (keys: readonly number[]): string => `{${keys.map((key) => `"k${String(key)}":0`).join(',')}}`;
  const keys = Array.from({ length: 200 }, (_, i) => i);
  expect(faultsOf(object(keys))).toEqual([]);
  expect(faultsOf(object([...keys, 0, 199, 100]))).toEqual(['#/k0 duplicate-key', '#/k199 duplicate-key', '#/k100 duplicate-key']);
});

it('a list of more than 1,000 members is told with its place', () => {
  const list = (length: number): string => `{"a":[0,[${Array(length).fill(1).join(',')}],0]}`;
  expect(faultsOf(list(1_000))).toEqual([]);
  expect(faultsOf(list(1_001))).toEqual(['#/a/1 too-big']);
});

it('parses on after bytes that are no UTF-8', () => {
  expect(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow();
  expect(() => parseJson(Uint8Array.of(0x22, 0xc3))).toThrow();
  expect(parseJson(bytes('"ü"'))).toBe('ü');
});
