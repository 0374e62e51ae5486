import { mergePatched } from '../../../src/commands/writing/merge-patch.js';

// The examples of RFC 7396, appendix A.
it.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j patched with %j is %j', (target, patch, patched) => {
  const before = JSON.stringify(target);
  expect(mergePatched(target, patch)).toEqual(patched);
  expect(JSON.stringify(target)).toBe(before);
});

it('a key of the prototype is a key like any other', () => {
  const patched = mergePatched({ constructor: 'a' }, JSON.parse('{"constructor": "b", "toString": "c"}')) as object;
  expect(Object.entries(patched)).toEqual([
    ['constructor', 'b'],
    ['toString', 'c'],
  ]);
});
