import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALL, ShortNumbers } from '../../../src/read-model/reading/short-numbers.js';
import { OPEN_END } from '../../../src/read-model/tables/columns.js';

const near = fc.integer({ min: 20_000, max: 20_040 });
const far = fc.integer({ min: -700_000, max: 2_900_000 });
const open = fc.constant(-OPEN_END);

function shortOf(numbers: readonly number[]): ShortNumbers {
  return new ShortNumbers(numbers.length, (row) => numbers[row] ?? NaN);
}

/** What numbers are, and what is asked of a stretch of them. */
function asked(number: fc.Arbitrary<number>) {
  return fc.array(number, { minLength: 1, maxLength: 200 }).chain((numbers) =>
    fc.record({
      numbers: fc.constant(numbers),
      limit: number,
      from: fc.nat(numbers.length),
      to: fc.nat(numbers.length),
    }),
  );
}

describe('where a number of a list is small enough', () => {
  it('is told exactly of numbers that fit two bytes, downwards and upwards', () => {
    fc.assert(
      fc.property(asked(fc.oneof({ weight: 8, arbitrary: near }, { weight: 1, arbitrary: open })), ({ numbers, limit, from, to }) => {
        const short = shortOf(numbers);
        const places = numbers.flatMap((number, place) => (number <= limit && place >= from && place < to ? [place] : []));
        expect(short.nextAbove(from, to, short.limit(limit))).toBe(places[0] ?? -1);
        expect(short.nextBelow(from, to, short.limit(limit))).toBe(places.at(-1) ?? -1);
        expect(numbers.map((_, place) => short.passes(place, short.limit(limit)))).toEqual(numbers.map((number) => number <= limit));
      }),
    );
  });

  it('leaves out none that is small enough, however far apart they are', () => {
    fc.assert(
      fc.property(asked(fc.oneof({ weight: 4, arbitrary: far }, near, open)), ({ numbers, limit }) => {
        const short = shortOf(numbers);
        const found: number[] = [];
        for (let place = -1; (place = short.nextAbove(place + 1, numbers.length, short.limit(limit))) >= 0;) found.push(place);
        const small = numbers.flatMap((number, place) => (number <= limit ? [place] : []));
        expect(found).toEqual(expect.arrayContaining(small));
        expect(small.every((place) => short.passes(place, short.limit(limit)))).toBe(true);
      }),
    );
  });

  it('is everywhere where none is greater', () => {
    const short = shortOf([3, 5, 4]);
    expect([short.limit(5), short.limit(4) === ALL, short.nextBelow(0, 3, short.limit(4))]).toEqual([ALL, false, 2]);
  });
});
