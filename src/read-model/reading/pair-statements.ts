import { firstNotBelow, firstWhere } from './halving.js';
import { decidedByWindows } from '../../rules/order.js';
import { OPEN_END } from '../tables/columns.js';
import { strandOfHead, STRANDS } from '../tables/statement-head.js';
import { PlacesByReport } from './places-by-report.js';
import type { Point } from './point.js';
import { ShortNumbers } from './short-numbers.js';
import { DAYS_WIDTH, ShortRows } from './short-rows.js';
import { StrandDays } from './strand-days.js';

/** The strongest one first. */
const ALL_STRANDS = Array.from({ length: STRANDS }, (_, i) => STRANDS - 1 - i);

/** Where a statement stands in the order, the rank left out; days are columns. */
export interface PlaceKey {
  readonly oLo: number;
  readonly oHi: number;
  readonly pHi: number;
  readonly report: number;
}

/** What K and R let pass of a pair. */
export interface Limits {
  readonly k: number;
  readonly r: number;
}

/** One rank and one weight of a pair: a stretch of its list. */
export interface PairStrand {
  readonly strand: number;
  /** Its place among the strands in which there is something. */
  readonly number: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Where its statements with an end are among all of those. */
  readonly endingFrom: number;
  readonly endingTo: number;
}

/**
 * All statements of one party on one target, ready to be searched: in the order of strength within each strand. A version of a report
 * that counts for a range of K and R is a statement of its own. A question looks at few of many places in memory, and each costs as much as
 * a hundred steps of the processor: what is searched stands close together, and a row is only looked at where it is likely to be told.
 */
export class PairStatements {
  /** Those in which there is something, the strongest first. */
  readonly strands: readonly PairStrand[];
  private readonly days: StrandDays;
  /** P.lo, and the first event, of each. */
  private readonly published: ShortNumbers;
  private readonly recorded: ShortNumbers;
  /** The places of those with an end, in order, and the days on which these begin; the same days in order, whatever the strand. */
  private readonly ending: Int32Array;
  private readonly endingOLo: Int32Array;
  private readonly endingDays: Int32Array;
  /** The places of those that name a report, by that report. */
  private readonly naming: PlacesByReport;
  /** The places of the statements of reports that are named. */
  private readonly named: PlacesByReport;

  /** @param length how many bytes of the lists it was made of @param idsLength of that of their ids */
  private constructor(
    readonly rows: ShortRows,
    readonly length: number,
    readonly idsLength: number,
  ) {
    const { count } = rows;
    this.published = new ShortNumbers(count, (place) => rows.pLo(place));
    this.recorded = new ShortNumbers(count, (place) => rows.rFrom(place));
    const starts = new Int32Array(STRANDS + 1).fill(count);
    const [naming, named]: [number[], number[]] = [[], []];
    const ending: number[] = [];
    for (let i = count - 1; i >= 0; i -= 1) {
      starts[strandOfHead(rows.head(i))] = i;
      if (rows.names(i) !== 0) naming.push(i);
      if (rows.until(i) !== OPEN_END) ending.push(i);
    }
    for (let strand = STRANDS - 1; strand >= 0; strand -= 1) {
      if ((starts[strand] as number) > (starts[strand + 1] as number)) starts[strand] = starts[strand + 1] as number;
    }
    const reportsNamed = new Set(naming.map((place) => rows.names(place)));
    for (let i = 0; reportsNamed.size > 0 && i < count; i += 1) {
      if (!reportsNamed.has(rows.report(i))) continue;
      named.push(i);
      rows.markNamed(i);
    }
    this.naming = placesBy(naming, (place) => rows.names(place));
    this.named = placesBy(named, (place) => rows.report(place));
    this.ending = Int32Array.from(ending.reverse());
    this.endingOLo = this.ending.map((place) => rows.oLo(place));
    this.endingDays = this.endingOLo.toSorted();
    this.strands = strandsIn(starts, this.ending);
    this.days = new StrandDays(rows.days, this.strands, DAYS_WIDTH);
  }

  /** @param list rows of numbers in the order in which they came @param ids of their reports, one after the other */
  static of(list: Int32Array, ids: Uint8Array): PairStatements {
    return new PairStatements(ShortRows.of(list, ids), list.byteLength, ids.length);
  }

  /** These, and what came since. */
  grown(list: Int32Array, ids: Uint8Array): PairStatements {
    return new PairStatements(this.rows.grown(list, ids), this.length + list.byteLength, this.idsLength + ids.length);
  }

  get count(): number {
    return this.rows.count;
  }

  /** About what it takes in memory. */
  get bytes(): number {
    return this.rows.byteLength + this.count * 12 + 2_000;
  }

  /** The id of the report of a statement. */
  idOf(place: number): string {
    return this.rows.idOf(place);
  }

  /** The places that name a report, the last one first, and those of a report that is named. */
  placesNaming(report: number): readonly number[] {
    return this.naming.of(report).reverse();
  }

  placesNamed(report: number): readonly number[] {
    return this.named.of(report);
  }

  /** The last one with an end of a strand that begins on a day or before, as its place among those with an end. @param day a column */
  lastEnding({ endingFrom, endingTo }: PairStrand, day: number): number {
    const { endingOLo } = this;
    // Mostly a question is about a day behind all of them.
    const areAll = endingTo > endingFrom && (endingOLo[endingTo - 1] as number) <= day;
    return (areAll ? endingTo : firstNotBelow(endingOLo, day + 1, endingFrom, endingTo)) - 1;
  }

  /** Where it stands. */
  placeOfEnding(ending: number): number {
    return this.ending[ending] as number;
  }

  /** Whether it begins before a day. @param day a column */
  endingBeginsBefore(ending: number, day: number): boolean {
    return (this.endingOLo[ending] as number) < day;
  }

  /** The last day up to one on which a statement with an end begins, of all strands; −Infinity for none. @param day a column */
  lastDayOfEnding(day: number): number {
    return this.endingDays[firstNotBelow(this.endingDays, day + 1) - 1] ?? -Infinity;
  }

  /** What a point lets pass. */
  limitsAt({ k, r }: Point): Limits {
    return { k: this.published.limit(k), r: this.recorded.limit(r) };
  }

  /** Whether something may be visible at a place. */
  mayBeVisible(place: number, { k, r }: Limits): boolean {
    return this.recorded.passes(place, r) && this.published.passes(place, k);
  }

  /** The next place of a stretch, downwards, at which something may be visible; −1 for none. @param to exclusive */
  nextBelow(from: number, to: number, { k, r }: Limits): number {
    for (let end = to; ;) {
      const place = this.recorded.nextBelow(from, end, r);
      const published = this.published.nextBelow(from, place + 1, k);
      if (published === place || published < 0) return published;
      end = published + 1;
    }
  }

  /** The same upwards. */
  nextAbove(from: number, to: number, { k, r }: Limits): number {
    for (let start = from; ;) {
      const place = this.recorded.nextAbove(start, to, r);
      if (place < 0) return place;
      const published = this.published.nextAbove(place, to, k);
      if (published === place || published < 0) return published;
      start = published;
    }
  }

  /** The first place of a strand that begins on a day or later; its end where none does. @param day a column */
  firstFrom({ number }: PairStrand, day: number): number {
    return this.days.firstFrom(number, day);
  }

  /** Where something would stand in a strand: behind all that is weaker. @param to at most there */
  placeOf(strand: PairStrand, to: number, key: PlaceKey): number {
    const low = this.firstFrom(strand, key.oLo);
    if (low >= to) return to;
    // Mostly nothing else begins on that day, or nothing that is weaker.
    if (key.report < 0 || this.rows.oLo(low) > key.oLo || this.compareTo(low, key) >= 0) return low;
    return firstWhere(low, Math.min(to, this.firstFrom(strand, key.oLo + 1)), (place) => this.compareTo(place, key) >= 0);
  }

  private compareTo(place: number, { oLo, oHi, pHi, report }: PlaceKey): number {
    const { rows } = this;
    return decidedByWindows(rows.oLo(place) - oLo, rows.oHi(place) - oHi, rows.pHi(place) - pHi) || rows.report(place) - report;
  }
}

function placesBy(places: readonly number[], reportOf: (place: number) => number): PlacesByReport {
  return new PlacesByReport(places, places.map(reportOf));
}

/** The strands in which there is something, the strongest first. @param starts of all of them, and where the last one ends */
function strandsIn(starts: Int32Array, ending: Int32Array): PairStrand[] {
  const [start, end] = [(strand: number) => starts[strand] as number, (strand: number) => starts[strand + 1] as number];
  return ALL_STRANDS.filter((strand) => start(strand) < end(strand)).map((strand, number) => {
    const [from, to] = [start(strand), end(strand)];
    return { strand, number, from, to, endingFrom: firstNotBelow(ending, from), endingTo: firstNotBelow(ending, to) };
  });
}
