import { firstWhere } from './halving.js';

/** A place takes so many of the values of a key: a list of statements is far from that long, and a report's number times this a safe integer. */
const PLACES = 2 ** 22;

/** Places by a report that each has to do with. One list of numbers in order: thousands of small lists would have to be kept, and looked through by whoever collects garbage. */
export class PlacesByReport {
  private readonly keys: Float64Array;

  /** @param reports of each of the places */
  constructor(places: readonly number[], reports: readonly number[]) {
    this.keys = Float64Array.from(places, (place, i) => (reports[i] as number) * PLACES + place).sort();
  }

  /** In order. */
  of(report: number): number[] {
    const found: number[] = [];
    for (let i = this.firstOf(report); i < this.keys.length; i += 1) {
      const place = (this.keys[i] as number) - report * PLACES;
      if (place >= PLACES) break;
      found.push(place);
    }
    return found;
  }

  private firstOf(report: number): number {
    const { keys } = this;
    return firstWhere(0, keys.length, (i) => (keys[i] as number) >= report * PLACES);
  }
}
