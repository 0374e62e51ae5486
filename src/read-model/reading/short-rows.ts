import { OPEN_END, STILL } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { idLengthOfHead, withNamedInHead } from '../tables/statement-head.js';
import { orderOf } from './row-order.js';

/** The numbers of a row, half of those that are stored: two rows share a line of the processor's cache. */
const ROW = {
  head: 0,
  oLo: 1,
  pLo: 2,
  /** How many days behind their first ones O and P end (see `lengthsOf`); below zero: where the rest of the row is (see `apartAs`). */
  lengths: 3,
  report: 4,
  written: 5,
  source: 6,
  by: 7,
  width: 8,
} as const;
const ROW_SHIFT = 3;

/** The numbers that are as they mostly are of nine rows out of ten: of the others they stand apart. */
const REST = { oHi: 0, pHi: 1, rFrom: 2, rTo: 3, kFrom: 4, kTo: 5, until: 6, names: 7, content: 8, width: 9 } as const;

/** A number of each row, here and as it is stored. */
interface Column {
  readonly here: number;
  readonly stored: number;
}

const KEPT: readonly Column[] = (['head', 'oLo', 'pLo', 'report', 'written', 'source', 'by'] as const).map((name) => ({
  here: ROW[name],
  stored: STATEMENT[name],
}));
const APART: readonly Column[] = (['oHi', 'pHi', 'rFrom', 'rTo', 'kFrom', 'kTo', 'until', 'names', 'content'] as const).map((name) => ({
  here: REST[name],
  stored: STATEMENT[name],
}));

/** The days on which statements begin, as numbers of their rows. */
export const DAYS_WIDTH = ROW.width;

/** How long O and P may be where both lengths are one number. */
const LONGEST_O = 0xffff;
const LONGEST_P = 0x7fff;
const P_SHIFT = 16;

interface Parts {
  readonly rows: Int32Array;
  readonly rest: Int32Array;
  /** Where the id of each one's report begins. */
  readonly idPlaces: Int32Array;
  readonly ids: Buffer;
}

/**
 * The statements of a pair in order, and the ids of their reports, in one piece of memory. Mostly a statement is of the first version of its report,
 * counts from there on for every K, has no end and names no other: then these numbers are not kept of it.
 */
export class ShortRows {
  readonly count: number;
  /** Of the memory that it takes. */
  readonly byteLength: number;
  private readonly rows: Int32Array;
  private readonly rest: Int32Array;
  private readonly idPlaces: Int32Array;
  private readonly ids: Buffer;

  constructor({ rows, rest, idPlaces, ids }: Parts) {
    this.count = idPlaces.length;
    this.byteLength = rows.buffer.byteLength;
    this.rows = rows;
    this.rest = rest;
    this.idPlaces = idPlaces;
    this.ids = ids;
  }

  /** @param list rows as they are stored, in the order in which they came @param ids of their reports, one after the other */
  static of(list: Int32Array, ids: Uint8Array): ShortRows {
    return shortened(list, 0, idPlacesOf(list, 0), [ids]);
  }

  /** These, and what came since. */
  grown(list: Int32Array, ids: Uint8Array): ShortRows {
    const held = this.count * STATEMENT.width;
    const all = new Int32Array(held + list.length);
    for (let place = 0; place < this.count; place += 1) this.writeStored(place, all, place * STATEMENT.width);
    all.set(list, held);
    const places = new Int32Array(this.count + list.length / STATEMENT.width);
    places.set(this.idPlaces);
    places.set(idPlacesOf(list, this.ids.length), this.count);
    return shortened(all, this.count, places, [this.ids, ids]);
  }

  /** The day on which each begins, `DAYS_WIDTH` numbers apart. */
  get days(): Int32Array {
    return this.rows.subarray(ROW.oLo);
  }

  /** The id of its report. */
  idOf(place: number): string {
    const from = this.idPlaces[place] as number;
    return this.ids.toString('latin1', from, from + idLengthOfHead(this.head(place)));
  }

  head(place: number): number {
    return this.rows[place << ROW_SHIFT] as number;
  }

  oLo(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.oLo] as number;
  }

  oHi(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.oHi) : this.oLo(place) + (lengths & LONGEST_O);
  }

  pLo(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.pLo] as number;
  }

  pHi(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.pHi) : this.pLo(place) + (lengths >> P_SHIFT);
  }

  report(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.report] as number;
  }

  written(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.written] as number;
  }

  source(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.source] as number;
  }

  by(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.by] as number;
  }

  rFrom(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.rFrom) : this.report(place);
  }

  until(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.until) : OPEN_END;
  }

  names(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.names) : 0;
  }

  content(place: number): number {
    const lengths = this.lengths(place);
    return lengths < 0 ? this.ofRest(lengths, REST.content) : this.report(place);
  }

  /** Whether it counts for K and R, whatever is visible. @param k a column */
  countsAt(place: number, k: number, r: number): boolean {
    const lengths = this.lengths(place);
    if (lengths >= 0) return this.report(place) <= r;
    return (
      this.ofRest(lengths, REST.rFrom) <= r &&
      r < this.ofRest(lengths, REST.rTo) &&
      this.ofRest(lengths, REST.kFrom) <= k &&
      k <= this.ofRest(lengths, REST.kTo)
    );
  }

  /** All numbers of a row as they are stored. */
  stored(place: number): Int32Array {
    const row = new Int32Array(STATEMENT.width);
    this.writeStored(place, row, 0);
    return row;
  }

  /** Has its head tell that a statement of the pair names its report. */
  markNamed(place: number): void {
    this.rows[place << ROW_SHIFT] = withNamedInHead(this.head(place));
  }

  private lengths(place: number): number {
    return this.rows[(place << ROW_SHIFT) + ROW.lengths] as number;
  }

  private ofRest(lengths: number, column: number): number {
    return this.rest[apartAs(lengths) * REST.width + column] as number;
  }

  private writeStored(place: number, list: Int32Array, to: number): void {
    const from = place << ROW_SHIFT;
    for (const { here, stored } of KEPT) list[to + stored] = this.rows[from + here] as number;
    const lengths = this.lengths(place);
    if (lengths < 0) {
      for (const { here, stored } of APART) list[to + stored] = this.ofRest(lengths, here);
      return;
    }
    list[to + STATEMENT.oHi] = this.oHi(place);
    list[to + STATEMENT.pHi] = this.pHi(place);
    list[to + STATEMENT.rFrom] = list[to + STATEMENT.content] = this.report(place);
    list[to + STATEMENT.rTo] = STILL;
    list[to + STATEMENT.kFrom] = -OPEN_END;
    list[to + STATEMENT.kTo] = list[to + STATEMENT.until] = OPEN_END;
    list[to + STATEMENT.names] = 0;
  }
}

/** @param list rows as they are stored @param inOrder so many of them are in order already @param places where the id of each one's report begins in the ids */
function shortened(list: Int32Array, inOrder: number, places: Int32Array, ids: readonly Uint8Array[]): ShortRows {
  const order = orderOf(list, inOrder);
  const lengths = order.map((row) => lengthsOf(list, row * STATEMENT.width));
  let apart = 0;
  for (const length of lengths) if (length < 0) apart += 1;
  const parts = partsOf(order.length, apart, ids);
  let rest = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number;
    const [from, to] = [row * STATEMENT.width, place << ROW_SHIFT];
    const length = lengths[place] as number;
    parts.idPlaces[place] = places[row] as number;
    for (const { here, stored } of KEPT) parts.rows[to + here] = list[from + stored] as number;
    parts.rows[to + ROW.lengths] = length < 0 ? apartAs(rest) : length;
    if (length >= 0) continue;
    for (const { here, stored } of APART) parts.rest[rest * REST.width + here] = list[from + stored] as number;
    rest += 1;
  }
  return new ShortRows(parts);
}

/** Room for all in one piece of memory. */
function partsOf(count: number, apart: number, ids: readonly Uint8Array[]): Parts {
  const [rowBytes, restBytes, placeBytes] = [count * ROW.width * 4, apart * REST.width * 4, count * 4];
  const numbers = rowBytes + restBytes + placeBytes;
  const buffer = new ArrayBuffer(numbers + ids.reduce((sum, { length }) => sum + length, 0));
  const parts = {
    rows: new Int32Array(buffer, 0, count * ROW.width),
    rest: new Int32Array(buffer, rowBytes, apart * REST.width),
    idPlaces: new Int32Array(buffer, rowBytes + restBytes, count),
    ids: Buffer.from(buffer, numbers),
  };
  let end = 0;
  for (const some of ids) {
    parts.ids.set(some, end);
    end += some.length;
  }
  return parts;
}

/** How many days behind their first ones O and P end, in one number; below zero where the row is not as most are. */
function lengthsOf(list: Int32Array, at: number): number {
  const of = (column: number): number => list[at + column] as number;
  const report = of(STATEMENT.report);
  const isAsMost =
    of(STATEMENT.rFrom) === report &&
    of(STATEMENT.content) === report &&
    of(STATEMENT.rTo) === STILL &&
    of(STATEMENT.kFrom) === -OPEN_END &&
    of(STATEMENT.kTo) === OPEN_END &&
    of(STATEMENT.until) === OPEN_END &&
    of(STATEMENT.names) === 0;
  const [o, p] = [of(STATEMENT.oHi) - of(STATEMENT.oLo), of(STATEMENT.pHi) - of(STATEMENT.pLo)];
  // An end before the start would be below zero.
  return isAsMost && o >= 0 && o <= LONGEST_O && p >= 0 && p <= LONGEST_P ? o | (p << P_SHIFT) : -1;
}

/** How a row tells where its rest is, and back. */
const apartAs = (place: number): number => -1 - place;

/** Where the id of each report begins. @param first where the first one does */
function idPlacesOf(list: Int32Array, first: number): Int32Array {
  const places = new Int32Array(list.length / STATEMENT.width);
  let place = first;
  for (let i = 0; i < places.length; i += 1) {
    places[i] = place;
    place += idLengthOfHead(list[i * STATEMENT.width] as number);
  }
  return places;
}
