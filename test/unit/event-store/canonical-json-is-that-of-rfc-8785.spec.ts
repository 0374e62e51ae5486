import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from '../../../src/event-store/canonical-json.js';

/** As JSON.parse gives it, where a name is always a member. */
function parsed(json: string): object {
  return JSON.parse(json) as object;
}

it('puts names in the order of their UTF-16 units, in objects within lists too', () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: 'ä' }], B: {} })).toBe('{"B":{},"a":[{"c":"ä","d":null}],"b":1}');
  expect(canonicalJson(parsed('{"\ufb33": 1, "\ud83d\ude00": 2, "\u20ac": 3}'))).toBe('{"\u20ac":3,"\ud83d\ude00":2,"\ufb33":1}');
});

it.each([
  ['names that are numbers', '{"a":1,"10":2,"9":3}', '{"10":2,"9":3,"a":1}'],
  ['a name that an object has already', '{"z":1,"__proto__":{"b":2,"a":3}}', '{"__proto__":{"a":3,"b":2},"z":1}'],
  ['a text that looks like an escape', '{"a":"\\\\ud83d"}', '{"a":"\\\\ud83d"}'],
])('takes %s', (_, json, canonical) => {
  expect(canonicalJson(parsed(json))).toBe(canonical);
});

it('writes half of a surrogate pair as its escape, in a text that says so', () => {
  expect(canonicalJson({ a: '\ud83d' })).toBe(JSON.stringify({ a: '"\\ud83d"' }));
});

it('leaves out what JSON has no form for', () => {
  expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
});

it('takes objects of many names', () => {
  const names = Array.from({ length: 100 }, (_, i) => `n${String((i * 37) % 100)}`);
  const value = Object.fromEntries(names.map((name, i) => [name, i]));
  expect(canonicalJson(value)).toBe(canonicalize(value));
});

it('is that of the library, of whatever can be sent', () => {
  const json = fc.json({ stringUnit: 'binary', maxDepth: 5 }).map(parsed);
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson({ value })).toBe(canonicalize({ value }));
    }),
  );
});
