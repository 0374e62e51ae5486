import { isOpenEnd } from '../tables/columns.js';

/** A limit that lets all pass. */
export const ALL = 0x10000;

const MOST = 0xffff;

/** So many numbers share the least of them: those of a block stand on one line of the processor's cache. */
const BLOCK_SHIFT = 5;

/**
 * One number of each row of a list in two bytes, close together: to find where it may be small enough without a look at the rows. What does
 * not fit is shortened, so that numbers that are not small enough may pass, and whoever asks looks at the row.
 */
export class ShortNumbers {
  private readonly values: Uint16Array;
  private readonly least: Uint16Array;
  private readonly first: number;
  private readonly greatest: number;
  private readonly shift: number;

  /** @param numberOf each of so many rows */
  constructor(count: number, numberOf: (row: number) => number) {
    let [first, greatest] = [Infinity, -Infinity];
    for (let i = 0; i < count; i += 1) {
      const number = numberOf(i);
      if (number > greatest) greatest = number;
      if (number < first && !isOpenEnd(number)) first = number;
    }
    this.first = first === Infinity ? 0 : first;
    this.greatest = greatest;
    this.shift = shiftFor(greatest - this.first);
    this.values = new Uint16Array(count);
    this.least = new Uint16Array((count >> BLOCK_SHIFT) + 1).fill(MOST);
    for (let i = 0; i < count; i += 1) {
      const value = (this.values[i] = this.short(numberOf(i)));
      if (value < (this.least[i >> BLOCK_SHIFT] as number)) this.least[i >> BLOCK_SHIFT] = value;
    }
  }

  /** What numbers that are not greater than one are at most. */
  limit(number: number): number {
    return number >= this.greatest ? ALL : this.short(number);
  }

  /** Whether the number of a row passes. */
  passes(row: number, limit: number): boolean {
    return limit === ALL || (this.values[row] as number) <= limit;
  }

  /** The next place of a stretch that passes, downwards; −1 for none. @param to exclusive */
  nextBelow(from: number, to: number, limit: number): number {
    if (limit === ALL) return to > from ? to - 1 : -1;
    const { values, least } = this;
    for (let i = to - 1; i >= from;) {
      const start = Math.max(from, (i >> BLOCK_SHIFT) << BLOCK_SHIFT);
      if ((least[i >> BLOCK_SHIFT] as number) <= limit) {
        for (; i >= start; i -= 1) if ((values[i] as number) <= limit) return i;
      }
      i = start - 1;
    }
    return -1;
  }

  /** The same upwards. */
  nextAbove(from: number, to: number, limit: number): number {
    if (limit === ALL) return from < to ? from : -1;
    const { values, least } = this;
    for (let i = from; i < to;) {
      const end = Math.min(to, ((i >> BLOCK_SHIFT) + 1) << BLOCK_SHIFT);
      if ((least[i >> BLOCK_SHIFT] as number) <= limit) {
        for (; i < end; i += 1) if ((values[i] as number) <= limit) return i;
      }
      i = end;
    }
    return -1;
  }

  /** An open start is before all others. */
  private short(number: number): number {
    return number < this.first ? 0 : Math.min(MOST, 1 + ((number - this.first) >> this.shift));
  }
}

/** By how many bits numbers of a range are shortened so that they fit. */
function shiftFor(range: number): number {
  let shift = 0;
  while (range >> shift >= MOST) shift += 1;
  return shift;
}
