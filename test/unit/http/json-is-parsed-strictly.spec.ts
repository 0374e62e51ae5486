import { parseJson } from '../../../src/http/strict-json.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const long = `"${'x'.repeat(5_000)}"`;

it.each(['{"a":[1,"ü"]}', '"\\u00fc"', 'null', long])('parses %s', (text) => {
  expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
});

it.each([
  '{"__proto__":1}',
  '{"a":[{"\\u005f_proto__":1}]}',
  '{"_\\u005Fproto__":1}',
  `{"a":${long},"__proto__":1}`,
  `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
])('refuses %s', (text) => {
  expect(() => parseJson(bytes(text))).toThrow(expect.objectContaining({ code: 'malformed-json' }) as Error);
});

it('parses on after bytes that are no UTF-8', () => {
  expect(() => parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow();
  expect(() => parseJson(Uint8Array.of(0x22, 0xc3))).toThrow();
  expect(parseJson(bytes('"ü"'))).toBe('ü');
});
