import { compare } from '../../../src/vocabulary/compare.js';
import { ReportedDate } from '../../../src/vocabulary/reported-date.js';
import { sameContent } from '../../../src/vocabulary/same-content.js';

describe('two contents are the same', () => {
  it.each<[string, unknown, unknown]>([
    ['whatever the order of their keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }],
    ['within lists too', [{ a: 1, b: 2 }], [{ b: 2, a: 1 }]],
    ['where one is an instance of a class', Object.assign(new ReportedDate(), { edtf: '2025' }), { edtf: '2025' }],
    ['where one leaves out what the other has as undefined', { a: 1, b: undefined }, { a: 1 }],
    ['as plain values', null, null],
  ])('%s', (_, a, b) => {
    expect(sameContent(a, b)).toBe(true);
    expect(sameContent(b, a)).toBe(true);
  });
});

describe('two contents differ', () => {
  it.each<[string, unknown, unknown]>([
    ['in a value', { a: 1 }, { a: 2 }],
    ['in a value deep within', { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }],
    ['in the order of a list', [1, 2], [2, 1]],
    ['in a key', { a: null }, {}],
    ['in a type', { a: '1' }, { a: 1 }],
    ['where an object has the keys of a list', ['x'], { 0: 'x' }],
    ['where a key lies deeper', { a: { b: 1 } }, { a: 1, b: 1 }],
  ])('%s', (_, a, b) => {
    expect(sameContent(a, b)).toBe(false);
    expect(sameContent(b, a)).toBe(false);
  });
});

it('compares positions beyond the exact integers and open ends without subtracting', () => {
  expect(compare(9_007_199_254_740_993n, 9_007_199_254_740_992n)).toBe(1);
  expect(compare(-Infinity, -Infinity)).toBe(0);
  expect(compare(-Infinity, Infinity)).toBe(-1);
  expect(compare('a', 'B')).toBe(1);
});
