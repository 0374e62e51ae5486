import { firstNotBelow } from './halving.js';
import { isOpenEnd } from '../tables/columns.js';

/** The places of one strand: from the first one to before the last one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** So many numbers are kept for a statement at most. */
const MOST_PER_STATEMENT = 4;

/** Up to here a place takes two bytes. */
const MOST_SHORT = 0xffff;

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
  private readonly places: Int32Array | Uint16Array;
  /** Behind this day nothing begins. */
  private readonly greatest: number;

  /**
   * @param oLo the day on which each statement begins, in order within each strand @param strands where each one stands
   * @param width how many numbers there are of each statement, the day first
   */
  constructor(
    private readonly oLo: Int32Array,
    private readonly strands: readonly Stretch[],
    private readonly width = 1,
  ) {
    const { first, last, greatest } = rangeOf(oLo, width);
    const most = Math.floor((MOST_PER_STATEMENT * Math.ceil(oLo.length / width)) / Math.max(1, strands.length));
    this.first = first;
    this.greatest = greatest;
    this.shift = shiftFor(last - first + 1, most);
    // One bucket for what begins before all, one for what begins behind all.
    this.last = ((last - first) >> this.shift) + 2;
    this.places = this.fill();
  }

  /** The first place of a strand that begins on a day or later; its end where none does. @param strand its place among them @param day a column */
  firstFrom(strand: number, day: number): number {
    // Mostly a question is about a day behind all of them.
    if (day > this.greatest) return (this.strands[strand] as Stretch).to;
    const bucket = this.bucketOf(day);
    const at = bucket * this.strands.length + strand;
    const from = this.places[at] as number;
    const isOneDay = this.shift === 0 && bucket > 0 && bucket < this.last;
    return isOneDay ? from : firstNotBelow(this.oLo, day, from, this.places[at + this.strands.length], this.width);
  }

  private bucketOf(day: number): number {
    if (day < this.first) return 0;
    return Math.min(this.last, ((day - this.first) >> this.shift) + 1);
  }

  private fill(): Int32Array | Uint16Array {
    const { oLo, strands, last } = this;
    const width = strands.length;
    const count = oLo.length / this.width;
    const places = count <= MOST_SHORT ? new Uint16Array((last + 2) * width) : new Int32Array((last + 2) * width);
    for (const [strand, { from, to }] of strands.entries()) {
      let bucket = 0;
      for (let place = from; place < to; place += 1) {
        const own = this.bucketOf(oLo[place * this.width] as number);
        for (; bucket <= own; bucket += 1) places[bucket * width + strand] = place;
      }
      for (; bucket < last + 2; bucket += 1) places[bucket * width + strand] = to;
    }
    return places;
  }
}

/** The first and the last day on which anything begins, open starts left out, 0 and 0 where nothing does; and the greatest number of all. */
function rangeOf(days: Int32Array, width: number): { readonly first: number; readonly last: number; readonly greatest: number } {
  let [first, last, greatest] = [Infinity, -Infinity, -Infinity];
  for (let at = 0; at < days.length; at += width) {
    const day = days[at] as number;
    if (day > greatest) greatest = day;
    if (isOpenEnd(day)) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? { first: 0, last: 0, greatest } : { first, last, greatest };
}

/** By how many bits days are shortened so that they are no more than so many. */
function shiftFor(days: number, most: number): number {
  let shift = 0;
  while (days >> shift > most && days >> shift > 1) shift += 1;
  return shift;
}
