import { firstWhere } from './halving.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { isOpenEnd } from '../tables/columns.js';
import { strandOfHead, STRANDS } from '../tables/statement-head.js';
import { ORDER_OF_STATEMENTS } from './statement-order.js';

const { width: WIDTH } = STATEMENT;
const SHIFT = 4;
const STILL = 0x7fffffff;

/** By which rows of one strand are in order; the last ones tell versions of one report apart. */
const ORDER = [...ORDER_OF_STATEMENTS.map(({ column }) => column), STATEMENT.rFrom, STATEMENT.kFrom, STATEMENT.content];

/** The rows of a pair, in order, and where the id of each one's report begins. */
export interface PairRows {
  readonly rows: Int32Array;
  readonly ids: Int32Array;
}

/**
 * Rows as they came by strand and strength. They are dealt out by day and by strand, in two rounds that keep the order in which they came,
 * and what is left to be sorted is small: that is several times as fast as comparing them all. It is done in place: a copy would be as large as
 * all that is kept of them.
 */
export function inOrder({ rows, ids }: PairRows): PairRows {
  const count = rows.length >> SHIFT;
  const byDay = dealt(
    Int32Array.from({ length: count }, (_, i) => i),
    daysOf(rows),
  );
  const order = dealt(byDay, { of: (at) => strandOfHead(rows[at] as number), many: STRANDS });
  for (let from = 0, to = 1; from < count; from = to, to += 1) {
    while (to < count && isSameDay(rows, order[from] as number, order[to] as number)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => comparePlaces(rows, a, rows, b));
  }
  permute({ rows, ids }, order);
  return { rows, ids };
}

/** Brings each row to its place, round after round of those that follow each other. @param order which row comes to each place; it is used up */
function permute({ rows, ids }: PairRows, order: Int32Array): void {
  for (let start = 0; start < order.length; start += 1) {
    if (order[start] === start) continue;
    const [row, id] = [rows.slice(start << SHIFT, (start + 1) << SHIFT), ids[start] as number];
    let to = start;
    for (let from = order[to] as number; from !== start; from = order[to] as number) {
      rows.copyWithin(to << SHIFT, from << SHIFT, (from + 1) << SHIFT);
      ids[to] = ids[from] as number;
      order[to] = to;
      to = from;
    }
    rows.set(row, to << SHIFT);
    ids[to] = id;
    order[to] = to;
  }
}

/** Two lists of rows in order as one; the second one is short, so that the first one is copied in long pieces. */
export function merged(a: PairRows, b: PairRows): PairRows {
  const all = { rows: new Int32Array(a.rows.length + b.rows.length), ids: new Int32Array(a.ids.length + b.ids.length) };
  const [count, added] = [a.ids.length, b.ids.length];
  let taken = 0;
  for (let i = 0; i < added; i += 1) {
    const place = placeAmong(a.rows, taken, count, b.rows, i);
    all.rows.set(a.rows.subarray(taken << SHIFT, place << SHIFT), (taken + i) << SHIFT);
    all.ids.set(a.ids.subarray(taken, place), taken + i);
    all.rows.set(b.rows.subarray(i << SHIFT, (i + 1) << SHIFT), (place + i) << SHIFT);
    all.ids[place + i] = b.ids[i] as number;
    taken = place;
  }
  all.rows.set(a.rows.subarray(taken << SHIFT), (taken + added) << SHIFT);
  all.ids.set(a.ids.subarray(taken), taken + added);
  return all;
}

/** A row that ends another one stands beside it: of the two the one that says when it ended is left. */
export function withoutEnded({ rows, ids }: PairRows): PairRows {
  const count = ids.length;
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const isSame = kept > 0 && comparePlaces(rows, kept - 1, rows, i) === 0;
    const to = isSame ? kept - 1 : kept;
    if (!isSame) kept += 1;
    else if (rToOf(rows, i) >= rToOf(rows, to)) continue;
    if (to === i) continue;
    rows.copyWithin(to << SHIFT, i << SHIFT, (i + 1) << SHIFT);
    ids[to] = ids[i] as number;
  }
  return { rows: rows.subarray(0, kept << SHIFT), ids: ids.subarray(0, kept) };
}

function rToOf(rows: Int32Array, i: number): number {
  return rows[(i << SHIFT) + STATEMENT.rTo] ?? STILL;
}

interface Pile {
  readonly of: (at: number) => number;
  readonly many: number;
}

/** Places of rows, dealt onto piles, one pile after the other. */
function dealt(order: Int32Array, { of, many }: Pile): Int32Array {
  const next = new Int32Array(many + 1);
  for (const i of order) count(next, of(i << SHIFT) + 1);
  for (let pile = 0; pile < many; pile += 1) next[pile + 1] = (next[pile + 1] as number) + (next[pile] as number);
  const piles = new Int32Array(order.length);
  for (const i of order) piles[count(next, of(i << SHIFT))] = i;
  return piles;
}

/** @returns what it was before it was raised */
function count(numbers: Int32Array, at: number): number {
  const before = numbers[at] as number;
  numbers[at] = before + 1;
  return before;
}

/** A pile for each day on which a row begins; days without end have one each. */
function daysOf(rows: Int32Array): Pile {
  let [first, last] = [Infinity, -Infinity];
  for (let at: number = STATEMENT.oLo; at < rows.length; at += WIDTH) {
    const day = rows[at] as number;
    if (isOpenEnd(day)) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) [first, last] = [0, 0];
  const many = last - first + 3;
  return { of: (at) => Math.max(0, Math.min(many - 1, (rows[at + STATEMENT.oLo] as number) - first + 1)), many };
}

function isSameDay(rows: Int32Array, a: number, b: number): boolean {
  const [x, y] = [a << SHIFT, b << SHIFT];
  return rows[x + STATEMENT.oLo] === rows[y + STATEMENT.oLo] && strandOfHead(rows[x] as number) === strandOfHead(rows[y] as number);
}

/** Behind the last row of a stretch that is not stronger than another one. */
function placeAmong(rows: Int32Array, from: number, to: number, others: Int32Array, other: number): number {
  return firstWhere(from, to, (place) => comparePlaces(rows, place, others, other) > 0);
}

/** By strand and strength. */
function comparePlaces(rows: Int32Array, a: number, others: Int32Array, b: number): number {
  const [x, y] = [a << SHIFT, b << SHIFT];
  const strands = strandOfHead(rows[x] as number) - strandOfHead(others[y] as number);
  if (strands !== 0) return strands;
  for (const column of ORDER) {
    const difference = (rows[x + column] as number) - (others[y + column] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
