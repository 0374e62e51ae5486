import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StrandDays } from '../../../src/read-model/reading/strand-days.js';
import { OPEN_END } from '../../../src/read-model/tables/columns.js';

const day = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 20_000, max: 20_040 }) },
  { weight: 2, arbitrary: fc.integer({ min: -700_000, max: 2_900_000 }) },
  { weight: 1, arbitrary: fc.constant(-OPEN_END) },
);
const strand = fc.array(day, { minLength: 1, maxLength: 30 }).map((days) => days.sort((a, b) => a - b));

/** The days of strands as a pair has them, one behind the other, and what a search through all of them finds. */
function pairOf(strands: readonly (readonly number[])[]) {
  const stretches = strands.map((days, i) => {
    const from = strands.slice(0, i).flat().length;
    return { days, from, to: from + days.length };
  });
  const found = (from: number): number[] => stretches.map((one) => one.from + one.days.filter((other) => other < from).length);
  return { days: new StrandDays(Int32Array.from(strands.flat()), stretches), found };
}

describe('where a day begins in the strands of a pair', () => {
  it('is where a search finds it, whatever days there are', () => {
    fc.assert(
      fc.property(fc.array(strand, { minLength: 1, maxLength: 6 }), fc.array(day, { minLength: 1, maxLength: 20 }), (strands, asked) => {
        const { days, found } = pairOf(strands);
        const each = [...asked, ...strands.flat(), OPEN_END].flatMap((one) => [one, one + 1]);
        for (const one of each) expect(strands.map((_, i) => days.firstFrom(i, one))).toEqual(found(one));
      }),
    );
  });

  it('is the end of a strand in which all begins before, and its start where all begins later', () => {
    const { days } = pairOf([
      [10, 10, 12],
      [11, 30],
    ]);
    expect([days.firstFrom(0, 13), days.firstFrom(1, 13), days.firstFrom(1, 5), days.firstFrom(0, 40)]).toEqual([3, 4, 3, 3]);
  });
});
