import { firstNotBelow, firstWhere } from './halving.js';
import { OPEN_END, STILL } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { idLengthOfHead, strandOfHead, STRANDS } from '../tables/statement-head.js';
import { inOrder, merged, type PairRows, withoutEnded } from './pair-rows.js';
import { StrandDays } from './strand-days.js';

/** The numbers of a statement begin at its place, shifted by this. */
export const ROW_SHIFT = 4;

/** The strongest one first. */
const ALL_STRANDS = Array.from({ length: STRANDS }, (_, i) => STRANDS - 1 - i);

/** So many statements share the least values that tell whether any of them can count: 16, whose own stand on one line of the processor's cache. */
const BLOCK_SHIFT = 4;

/** Where a statement stands in the order, the rank left out; days are columns. */
export type PlaceKey = readonly [oLo: number, oHi: number, pHi: number, report: number];

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
 * that counts for a range of K and R is a statement of its own. Blocks of 16 know the least P.lo and the least event in them, so that a
 * search passes over those in which nothing can be visible.
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
  /** Numbers of the rows that are searched, close together: a row is only looked at where they say so. */
  private pLo = new Int32Array(0);
  private rFrom = new Int32Array(0);
  private leastPLo = new Int32Array(0);
  private leastRFrom = new Int32Array(0);
  /** The places of those with an end, in order, and the days on which these begin. */
  private ending = new Int32Array(0);
  private endingOLo = new Int32Array(0);
  /** The places of those that name a report, by that report. */
  private naming = new Map<number, number[]>();
  /** The places of the statements of reports that are named. */
  private named = new Map<number, number[]>();

  /** @param list rows of numbers in the order in which they came @param ids of their reports, one after the other */
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
    return this.count * 92 + this.idBytes.length + 2_000;
  }

  /** The id of the report of a statement. */
  idOf(place: number): string {
    const from = this.held.ids[place] as number;
    return this.idBytes.toString('latin1', from, from + idLengthOfHead(this.rows[place << ROW_SHIFT] as number));
  }

  /** The places that name a report, and those of a report that is named. */
  placesNaming(report: number): readonly number[] {
    return this.naming.get(report) ?? [];
  }

  placesNamed(report: number): readonly number[] {
    return this.named.get(report) ?? [];
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

  /** The next place of a stretch, downwards, at which something may be visible; −1 for none. @param to exclusive */
  nextBelow(from: number, to: number, k: number, r: number): number {
    const { rows } = this;
    const top = (to - 1) << ROW_SHIFT;
    // Mostly it is the next one, and whoever asks reads that row.
    if (to > from && (rows[top + STATEMENT.pLo] as number) <= k && (rows[top + STATEMENT.rFrom] as number) <= r) return to - 1;
    const { pLo, rFrom, leastPLo, leastRFrom } = this;
    let i = to - 2;
    while (i >= from) {
      const block = i >> BLOCK_SHIFT;
      const start = Math.max(from, block << BLOCK_SHIFT);
      if ((leastPLo[block] as number) <= k && (leastRFrom[block] as number) <= r) {
        for (; i >= start; i -= 1) if ((pLo[i] as number) <= k && (rFrom[i] as number) <= r) return i;
      }
      i = start - 1;
    }
    return -1;
  }

  /** The same upwards. */
  nextAbove(from: number, to: number, k: number, r: number): number {
    const { pLo, rFrom, leastPLo, leastRFrom } = this;
    let i = from;
    while (i < to) {
      const block = i >> BLOCK_SHIFT;
      const end = Math.min(to, (block + 1) << BLOCK_SHIFT);
      if ((leastPLo[block] as number) <= k && (leastRFrom[block] as number) <= r) {
        for (; i < end; i += 1) if ((pLo[i] as number) <= k && (rFrom[i] as number) <= r) return i;
      }
      i = end;
    }
    return -1;
  }

  /** The first place of a strand that begins on a day or later; its end where none does. @param day a column */
  firstFrom({ number }: PairStrand, day: number): number {
    return this.days.firstFrom(number, day);
  }

  /** Where something would stand in a strand: behind all that is weaker. @param to at most there */
  placeOf(strand: PairStrand, to: number, key: PlaceKey): number {
    const low = this.firstFrom(strand, key[0]);
    if (low >= to) return to;
    // Mostly nothing else begins on that day, or nothing that is weaker.
    if (this.compareTo(low, key) >= 0) return low;
    return firstWhere(low, Math.min(to, this.firstFrom(strand, key[0] + 1)), (place) => this.compareTo(place, key) >= 0);
  }

  private compareTo(place: number, [oLo, oHi, pHi, report]: PlaceKey): number {
    const at = place << ROW_SHIFT;
    const { rows } = this;
    return (
      (rows[at + STATEMENT.oLo] as number) - oLo ||
      (rows[at + STATEMENT.oHi] as number) - oHi ||
      (rows[at + STATEMENT.pHi] as number) - pHi ||
      (rows[at + STATEMENT.report] as number) - report
    );
  }

  private fill(rows: PairRows): void {
    this.held = withoutEnded(rows);
    this.derive();
  }

  /** Works out what is looked up beside the rows. */
  private derive(): void {
    const { rows, count } = this;
    const blocks = (count >> BLOCK_SHIFT) + 1;
    const oLo = new Int32Array(count);
    this.pLo = new Int32Array(count);
    this.rFrom = new Int32Array(count);
    this.leastPLo = new Int32Array(blocks).fill(STILL);
    this.leastRFrom = new Int32Array(blocks).fill(STILL);
    const starts = new Int32Array(STRANDS + 1).fill(count);
    this.naming = new Map();
    this.named = new Map();
    const ending: number[] = [];
    for (let i = count - 1; i >= 0; i -= 1) {
      const at = i << ROW_SHIFT;
      const block = i >> BLOCK_SHIFT;
      starts[strandOfHead(rows[at] as number)] = i;
      oLo[i] = rows[at + STATEMENT.oLo] as number;
      const pLo = (this.pLo[i] = rows[at + STATEMENT.pLo] as number);
      const rFrom = (this.rFrom[i] = rows[at + STATEMENT.rFrom] as number);
      if (pLo < (this.leastPLo[block] as number)) this.leastPLo[block] = pLo;
      if (rFrom < (this.leastRFrom[block] as number)) this.leastRFrom[block] = rFrom;
      if (rows[at + STATEMENT.names] !== 0) push(this.naming, rows[at + STATEMENT.names] as number, i);
      if (rows[at + STATEMENT.until] !== OPEN_END) ending.push(i);
    }
    for (let strand = STRANDS - 1; strand >= 0; strand -= 1) {
      if ((starts[strand] as number) > (starts[strand + 1] as number)) starts[strand] = starts[strand + 1] as number;
    }
    for (let i = 0; this.naming.size > 0 && i < count; i += 1) {
      const report = rows[(i << ROW_SHIFT) + STATEMENT.report] as number;
      if (this.naming.has(report)) push(this.named, report, i);
    }
    this.ending = Int32Array.from(ending.reverse());
    this.endingOLo = this.ending.map((place) => oLo[place] as number);
    this.strands = strandsIn(starts, this.ending);
    this.days = new StrandDays(oLo, this.strands);
  }
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

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
