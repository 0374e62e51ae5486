import { firstNotBelow, firstWhere } from './halving.js';
import { OPEN_END } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { idLengthOfHead, strandOfHead, STRANDS, withNamedInHead } from '../tables/statement-head.js';
import { inOrder, merged, type PairRows, withoutEnded } from './pair-rows.js';
import { PlacesByReport } from './places-by-report.js';
import type { Point } from './point.js';
import { ShortNumbers } from './short-numbers.js';
import { FIRST_IN_ORDER, ORDER_OF_STATEMENTS, type PlaceKey } from './statement-order.js';
import { StrandDays } from './strand-days.js';

/** The numbers of a statement begin at its place, shifted by this. */
export const ROW_SHIFT = 4;

/** The strongest one first. */
const ALL_STRANDS = Array.from({ length: STRANDS }, (_, i) => STRANDS - 1 - i);

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
  private held: PairRows;
  private idBytes: Buffer;
  /** How many bytes of the lists it was made of. */
  length = 0;
  idsLength = 0;
  /** Those in which there is something, the strongest first. */
  strands: readonly PairStrand[] = [];
  private days = new StrandDays(new Int32Array(0), []);
  /** P.lo, and the first event, of each. */
  private published = numbersOf(new Int32Array(0), STATEMENT.pLo);
  private recorded = numbersOf(new Int32Array(0), STATEMENT.rFrom);
  /** The places of those with an end, in order, and the days on which these begin; the same days in order, whatever the strand. */
  private ending = new Int32Array(0);
  private endingOLo = new Int32Array(0);
  private endingDays = new Int32Array(0);
  /** The places of those that name a report, by that report. */
  private naming = new PlacesByReport([], []);
  /** The places of the statements of reports that are named. */
  private named = new PlacesByReport([], []);

  /** @param list rows of numbers in the order in which they came: it is theirs from now on @param ids of their reports, one after the other */
  constructor(list: Int32Array, ids: Buffer) {
    this.idBytes = ids;
    this.held = { rows: new Int32Array(0), ids: new Int32Array(0) };
    this.fill(inOrder({ rows: list, ids: idPlaces(list, 0) }));
    this.length = list.byteLength;
    this.idsLength = ids.length;
  }

  /** Takes in what came since. */
  grow(list: Int32Array, ids: Buffer): void {
    const more = inOrder({ rows: list, ids: idPlaces(list, this.idBytes.length) });
    this.idBytes = Buffer.concat([this.idBytes, ids]);
    this.fill(merged(this.held, more));
    this.length += list.byteLength;
    this.idsLength += ids.length;
  }

  get rows(): Int32Array {
    return this.held.rows;
  }

  get count(): number {
    return this.held.ids.length;
  }

  /** About what it takes in memory. */
  get bytes(): number {
    const { rows, ids } = this.held;
    return rows.buffer.byteLength + ids.buffer.byteLength + this.count * 12 + this.idBytes.length + 2_000;
  }

  /** The id of the report of a statement. */
  idOf(place: number): string {
    const from = this.held.ids[place] as number;
    return this.idBytes.toString('latin1', from, from + idLengthOfHead(this.rows[place << ROW_SHIFT] as number));
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
    const day = key[FIRST_IN_ORDER];
    const low = this.firstFrom(strand, day);
    if (low >= to) return to;
    // Nothing that begins on that day is weaker.
    if (key.report < 0) return low;
    // Mostly nothing else begins on that day, or nothing that is weaker.
    if (this.compareTo(low, key) >= 0) return low;
    return firstWhere(low, Math.min(to, this.firstFrom(strand, day + 1)), (place) => this.compareTo(place, key) >= 0);
  }

  private compareTo(place: number, key: PlaceKey): number {
    const at = place << ROW_SHIFT;
    for (const { column, end } of ORDER_OF_STATEMENTS) {
      const difference = (this.rows[at + column] as number) - key[end];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private fill(rows: PairRows): void {
    this.held = withoutEnded(rows);
    this.derive();
  }

  /** Works out what is looked up beside the rows. */
  private derive(): void {
    const { rows, count } = this;
    this.published = numbersOf(rows, STATEMENT.pLo);
    this.recorded = numbersOf(rows, STATEMENT.rFrom);
    const starts = new Int32Array(STRANDS + 1).fill(count);
    const [naming, named]: [number[], number[]] = [[], []];
    const ending: number[] = [];
    for (let i = count - 1; i >= 0; i -= 1) {
      const at = i << ROW_SHIFT;
      starts[strandOfHead(rows[at] as number)] = i;
      if (rows[at + STATEMENT.names] !== 0) naming.push(i);
      if (rows[at + STATEMENT.until] !== OPEN_END) ending.push(i);
    }
    for (let strand = STRANDS - 1; strand >= 0; strand -= 1) {
      if ((starts[strand] as number) > (starts[strand + 1] as number)) starts[strand] = starts[strand + 1] as number;
    }
    const reportsNamed = new Set(naming.map((place) => rows[(place << ROW_SHIFT) + STATEMENT.names] as number));
    for (let i = 0; reportsNamed.size > 0 && i < count; i += 1) {
      const at = i << ROW_SHIFT;
      if (!reportsNamed.has(rows[at + STATEMENT.report] as number)) continue;
      named.push(i);
      rows[at] = withNamedInHead(rows[at] as number);
    }
    this.naming = placesBy(rows, naming, STATEMENT.names);
    this.named = placesBy(rows, named, STATEMENT.report);
    this.ending = Int32Array.from(ending.reverse());
    this.endingOLo = this.ending.map((place) => rows[(place << ROW_SHIFT) + STATEMENT.oLo] as number);
    this.endingDays = this.endingOLo.toSorted();
    this.strands = strandsIn(starts, this.ending);
    this.days = new StrandDays(rows.subarray(STATEMENT.oLo), this.strands, STATEMENT.width);
  }
}

function numbersOf(rows: Int32Array, column: number): ShortNumbers {
  return new ShortNumbers({ rows, width: STATEMENT.width, column });
}

/** @param column that tells the report of each place */
function placesBy(rows: Int32Array, places: readonly number[], column: number): PlacesByReport {
  return new PlacesByReport(
    places,
    places.map((place) => rows[(place << ROW_SHIFT) + column] as number),
  );
}

/** The strands in which there is something, the strongest first. @param starts of all of them, and where the last one ends */
function strandsIn(starts: Int32Array, ending: Int32Array): PairStrand[] {
  const [start, end] = [(strand: number) => starts[strand] as number, (strand: number) => starts[strand + 1] as number];
  return ALL_STRANDS.filter((strand) => start(strand) < end(strand)).map((strand, number) => {
    const [from, to] = [start(strand), end(strand)];
    return { strand, number, from, to, endingFrom: firstNotBelow(ending, from), endingTo: firstNotBelow(ending, to) };
  });
}

/** Where the id of each report begins. @param first where the first one does */
function idPlaces(list: Int32Array, first: number): Int32Array {
  const places = new Int32Array(list.length / STATEMENT.width);
  let place = first;
  for (let i = 0; i < places.length; i += 1) {
    places[i] = place;
    place += idLengthOfHead(list[i << ROW_SHIFT] as number);
  }
  return places;
}
