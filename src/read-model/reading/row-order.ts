import { decidedByWindows } from '../../rules/order.js';
import { firstWhere } from './halving.js';
import { isOpenEnd } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { strandOfHead, STRANDS } from '../tables/statement-head.js';

const { width: WIDTH } = STATEMENT;

/**
 * Which rows of a pair come one after the other by strand and strength. A row that ends another one stands beside it: of the two the one that says
 * when it ended is left.
 * @param rows as they are stored @param inOrder so many of them are in order already
 */
export function orderOf(rows: Int32Array, inOrder = 0): Int32Array {
  const added = sorted(rows.subarray(inOrder * WIDTH));
  return withoutEnded(rows, inOrder === 0 ? added : merged(rows, inOrder, added));
}

/**
 * They are dealt out by day and by strand, in two rounds that keep the order in which they came, and what is left to be sorted is small: that is
 * several times as fast as comparing them all.
 */
function sorted(rows: Int32Array): Int32Array {
  const count = rows.length / WIDTH;
  const byDay = dealt(
    Int32Array.from({ length: count }, (_, i) => i),
    daysOf(rows),
  );
  const order = dealt(byDay, { of: (at) => strandOfHead(rows[at] as number), many: STRANDS });
  for (let from = 0, to = 1; from < count; from = to, to += 1) {
    while (to < count && isSameDay(rows, order[from] as number, order[to] as number)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => comparePlaces(rows, a, b));
  }
  return order;
}

/** The first rows are in order; where each of the others, which are few, stands among them. @param added the others in order, counted from the first of them */
function merged(rows: Int32Array, inOrder: number, added: Int32Array): Int32Array {
  const order = new Int32Array(inOrder + added.length);
  let [taken, place] = [0, 0];
  const takeUpTo = (end: number): void => {
    for (; taken < end; taken += 1, place += 1) order[place] = taken;
  };
  for (const one of added) {
    const row = inOrder + one;
    takeUpTo(firstWhere(taken, inOrder, (other) => comparePlaces(rows, other, row) > 0));
    order[place] = row;
    place += 1;
  }
  takeUpTo(inOrder);
  return order;
}

function withoutEnded(rows: Int32Array, order: Int32Array): Int32Array {
  let kept = 0;
  for (const row of order) {
    const last = kept > 0 ? (order[kept - 1] as number) : -1;
    if (last < 0 || comparePlaces(rows, last, row) !== 0) {
      order[kept] = row;
      kept += 1;
    } else if (rToOf(rows, row) < rToOf(rows, last)) order[kept - 1] = row;
  }
  return order.subarray(0, kept);
}

function rToOf(rows: Int32Array, row: number): number {
  return rows[row * WIDTH + STATEMENT.rTo] as number;
}

interface Pile {
  readonly of: (at: number) => number;
  readonly many: number;
}

/** Rows, dealt onto piles, one pile after the other. */
function dealt(order: Int32Array, { of, many }: Pile): Int32Array {
  const next = new Int32Array(many + 1);
  for (const row of order) count(next, of(row * WIDTH) + 1);
  for (let pile = 0; pile < many; pile += 1) next[pile + 1] = (next[pile + 1] as number) + (next[pile] as number);
  const piles = new Int32Array(order.length);
  for (const row of order) piles[count(next, of(row * WIDTH))] = row;
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
  const [x, y] = [a * WIDTH, b * WIDTH];
  return rows[x + STATEMENT.oLo] === rows[y + STATEMENT.oLo] && strandOfHead(rows[x] as number) === strandOfHead(rows[y] as number);
}

/** By strand and strength; the last numbers tell versions of one report apart. */
function comparePlaces(rows: Int32Array, a: number, b: number): number {
  const [x, y] = [a * WIDTH, b * WIDTH];
  const strands = strandOfHead(rows[x] as number) - strandOfHead(rows[y] as number);
  if (strands !== 0) return strands;
  const by = (column: number): number => (rows[x + column] as number) - (rows[y + column] as number);
  return (
    decidedByWindows(by(STATEMENT.oLo), by(STATEMENT.oHi), by(STATEMENT.pHi)) ||
    by(STATEMENT.report) ||
    by(STATEMENT.rFrom) ||
    by(STATEMENT.kFrom) ||
    by(STATEMENT.content)
  );
}
