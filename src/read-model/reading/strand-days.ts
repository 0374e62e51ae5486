import { firstNotBelow } from './halving.js';
import { isOpenEnd } from '../tables/columns.js';

/** The places of one strand: from the first one to before the last one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** So many numbers are kept for a statement at most. */
const MOST_PER_STATEMENT = 2;

/**
 * Where in each strand of a pair a day begins. It is looked up by the day, all strands side by side, since a question asks all of them
 * for one day: to search each of them would be to look at ten places of memory each. Where the days are many and the statements few, some
 * days share a place, and what is left is searched.
 */
export class StrandDays {
  private readonly first: number;
  private readonly shift: number;
  private readonly last: number;
  /** Of each bucket of days, of each strand: the first place in it or behind it. */
  private readonly places: Int32Array;

  /** @param oLo the day on which each statement begins, in order within each strand @param strands where each one stands */
  constructor(
    private readonly oLo: Int32Array,
    private readonly strands: readonly Stretch[],
  ) {
    const [first, last] = rangeOf(oLo);
    const most = Math.floor((MOST_PER_STATEMENT * oLo.length) / Math.max(1, strands.length));
    this.first = first;
    this.shift = shiftFor(last - first + 1, most);
    // One bucket for what begins before all, one for what begins behind all.
    this.last = ((last - first) >> this.shift) + 2;
    this.places = this.fill();
  }

  /** The first place of a strand that begins on a day or later; its end where none does. @param strand its place among them @param day a column */
  firstFrom(strand: number, day: number): number {
    const bucket = this.bucketOf(day);
    const at = bucket * this.strands.length + strand;
    const from = this.places[at] as number;
    const isOneDay = this.shift === 0 && bucket > 0 && bucket < this.last;
    return isOneDay ? from : firstNotBelow(this.oLo, day, from, this.places[at + this.strands.length]);
  }

  private bucketOf(day: number): number {
    if (day < this.first) return 0;
    return Math.min(this.last, ((day - this.first) >> this.shift) + 1);
  }

  private fill(): Int32Array {
    const { oLo, strands, last } = this;
    const width = strands.length;
    const places = new Int32Array((last + 2) * width);
    for (const [strand, { from, to }] of strands.entries()) {
      let bucket = 0;
      for (let place = from; place < to; place += 1) {
        const own = this.bucketOf(oLo[place] as number);
        for (; bucket <= own; bucket += 1) places[bucket * width + strand] = place;
      }
      for (; bucket < last + 2; bucket += 1) places[bucket * width + strand] = to;
    }
    return places;
  }
}

/** The first and the last day on which anything begins; 0 and 0 where nothing does. */
function rangeOf(days: Int32Array): readonly [first: number, last: number] {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    if (isOpenEnd(day)) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? [0, 0] : [first, last];
}

/** By how many bits days are shortened so that they are no more than so many. */
function shiftFor(days: number, most: number): number {
  let shift = 0;
  while (days >> shift > most && days >> shift > 1) shift += 1;
  return shift;
}
