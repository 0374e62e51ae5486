import { isCounted } from '../../rules/visibility.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import { firstNotBelow } from './halving.js';
import { windowOfColumns } from '../tables/columns.js';
import { GROUP_SHIFT, LIST_KINDS, IN_FORCE } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { KeptLists } from './kept-lists.js';
import type { Point } from './point.js';

/** Where a content stands that is counted at a point. */
export interface Seen {
  readonly content: number;
  readonly report: number;
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  /** The number of the text of its date, below zero where it is the source's. */
  readonly written: number;
}

/** A content that counts from one event up to before another, and for K from one day to another; days are columns. */
export interface CountedRow {
  readonly rFrom: number;
  readonly rTo: number;
  readonly kFrom: number;
  readonly kTo: number;
  readonly seen: Seen;
}

/** The rows of a group. */
interface GroupRows {
  readonly numbers: Int32Array;
  /** How many of them stand in the order of the contents; what came later of an older content follows. */
  readonly rows: number;
  /** The contents of which something came later. */
  readonly late: ReadonlySet<number>;
}

const { width: WIDTH } = IN_FORCE;
/** 1,000 groups: what is listed by something else than time lies in all of them. */
const MOST_BYTES = 12 * 1024 * 1024;

/** Finds where contents stand: which version counts for K and R is told there (design 4, "In force"), what is visible is a rule. */
export class CountedContents {
  private readonly lists: KeptLists;
  private readonly known = new WeakMap<Int32Array, GroupRows>();

  constructor(file: ReadModelFile) {
    // Kept apart: other lists, of which each question asks for others, would drive them out.
    this.lists = new KeptLists(file, MOST_BYTES);
  }

  /** A content as it is counted at a point; undefined where it is not. */
  of(content: number, point: Point): Seen | undefined {
    if (content > point.r || point.leftOut?.has(content) === true) return undefined;
    const group = this.group(content >> GROUP_SHIFT, point.r);
    const { numbers, rows } = group;
    const { r, k, at } = point;
    for (let row = firstOf(numbers, rows, content); row >= 0; row = nextOf(numbers, rows, content, row)) {
      const i = row * WIDTH;
      if (!countsAt(numbers, i, r, k)) continue;
      if (hasEnded(group, content, i, r)) continue;
      const seen = seenAt(numbers, i);
      return isCounted(seen.occurred, seen.published, at) ? seen : undefined;
    }
    return undefined;
  }

  /** How many of some contents are counted at a point; the rows of a group are gone through once for all of its contents. @param contents in order */
  count(contents: Int32Array, point: Point): number {
    let count = 0;
    let group = -1;
    let rows: RowsInOrder | undefined;
    for (const content of contents) {
      if (content > point.r) break;
      if (rows === undefined || content >> GROUP_SHIFT !== group) {
        group = content >> GROUP_SHIFT;
        rows = new RowsInOrder(this.group(group, point.r));
      }
      const single = rows.singleOf(content);
      if (single === NONE) continue;
      if (single === undefined ? this.of(content, point) !== undefined : isCountedAt(rows.numbers, single, point)) count += 1;
    }
    return count;
  }

  /** All rows of a content that count at R, whatever K. */
  rowsAt(content: number, r: number): CountedRow[] {
    const group = this.group(content >> GROUP_SHIFT, r);
    const { numbers, rows } = group;
    const found: CountedRow[] = [];
    for (let row = firstOf(numbers, rows, content); row >= 0; row = nextOf(numbers, rows, content, row)) {
      const i = row * WIDTH;
      const [rFrom, rTo] = [numbers[i + IN_FORCE.rFrom] as number, numbers[i + IN_FORCE.rTo] as number];
      if (rFrom > r || r >= rTo || hasEnded(group, content, i, r)) continue;
      // A row that says when another one ends is that one once more.
      const kFrom = numbers[i + IN_FORCE.kFrom] as number;
      if (found.some((other) => other.rFrom === rFrom && other.kFrom === kFrom)) continue;
      found.push({ rFrom, rTo, kFrom, kTo: numbers[i + IN_FORCE.kTo] as number, seen: seenAt(numbers, i) });
    }
    return found;
  }

  /** The events up to one with which a content began to count, or counted no longer or otherwise. */
  changesOf(content: number, r: number): number[] {
    const { numbers, rows } = this.group(content >> GROUP_SHIFT, r);
    const found: number[] = [];
    for (let row = firstOf(numbers, rows, content); row >= 0; row = nextOf(numbers, rows, content, row)) {
      found.push(numbers[row * WIDTH + IN_FORCE.rFrom] as number, numbers[row * WIDTH + IN_FORCE.rTo] as number);
    }
    return found.filter((event) => event <= r);
  }

  private group(number: number, r: number): GroupRows {
    const numbers = this.lists.numbers(LIST_KINDS.inForce, number, r);
    let group = this.known.get(numbers);
    if (group === undefined) {
      group = groupOf(numbers);
      this.known.set(numbers, group);
    }
    return group;
  }
}

function groupOf(numbers: Int32Array): GroupRows {
  const count = numbers.length / WIDTH;
  let rows = Math.min(1, count);
  while (rows < count && (numbers[rows * WIDTH] as number) >= (numbers[(rows - 1) * WIDTH] as number)) rows += 1;
  const late = new Set<number>();
  for (let row = rows; row < count; row += 1) late.add(numbers[row * WIDTH] as number);
  return { numbers, rows, late };
}

/** What a group has of an event that recorded no content. */
const NONE = -1;

/** Finds the rows of contents that are asked for in their order. */
class RowsInOrder {
  readonly numbers: Int32Array;
  private row = 0;

  constructor(private readonly group: GroupRows) {
    this.numbers = group.numbers;
  }

  /** Where the row of a content begins; NONE where it has none, undefined where it may have several. */
  singleOf(content: number): number | undefined {
    const { numbers, rows, late } = this.group;
    if (late.has(content)) return undefined;
    while (this.row < rows && (numbers[this.row * WIDTH] as number) < content) this.row += 1;
    const i = this.row * WIDTH;
    if (this.row === rows || numbers[i] !== content) return NONE;
    return numbers[i + WIDTH] === content ? undefined : i;
  }
}

/** Whether the only row of a content says that it is counted. */
function isCountedAt(numbers: Int32Array, i: number, { r, k, at, leftOut }: Point): boolean {
  if (leftOut?.has(numbers[i] as number) === true || !countsAt(numbers, i, r, k)) return false;
  const occurred = windowOfColumns(numbers[i + IN_FORCE.oLo] as number, numbers[i + IN_FORCE.oHi] as number);
  const published = windowOfColumns(numbers[i + IN_FORCE.pLo] as number, numbers[i + IN_FORCE.pHi] as number);
  return isCounted(occurred, published, at);
}

/** Whether a row counts for K and R, whatever is visible. */
function countsAt(numbers: Int32Array, i: number, r: number, k: number): boolean {
  return (
    (numbers[i + IN_FORCE.rFrom] as number) <= r &&
    r < (numbers[i + IN_FORCE.rTo] as number) &&
    (numbers[i + IN_FORCE.kFrom] as number) <= k &&
    k <= (numbers[i + IN_FORCE.kTo] as number)
  );
}

function seenAt(numbers: Int32Array, i: number): Seen {
  return {
    content: numbers[i] as number,
    report: numbers[i + IN_FORCE.report] as number,
    occurred: windowOfColumns(numbers[i + IN_FORCE.oLo] as number, numbers[i + IN_FORCE.oHi] as number),
    published: windowOfColumns(numbers[i + IN_FORCE.pLo] as number, numbers[i + IN_FORCE.pHi] as number),
    written: numbers[i + IN_FORCE.written] as number,
  };
}

/** The first row of a content; −1 for none. */
function firstOf(numbers: Int32Array, inOrder: number, content: number): number {
  const row = firstNotBelow(numbers, content, 0, inOrder, WIDTH);
  return row < inOrder && numbers[row * WIDTH] === content ? row : nextOf(numbers, inOrder, content, inOrder - 1);
}

/** The next row of a content behind one of its rows: beside it, or among those that came later. */
function nextOf(numbers: Int32Array, inOrder: number, content: number, row: number): number {
  let next = row + 1;
  if (next < inOrder) {
    if (numbers[next * WIDTH] === content) return next;
    next = inOrder;
  }
  for (const count = numbers.length / WIDTH; next < count; next += 1) if (numbers[next * WIDTH] === content) return next;
  return -1;
}

/** Whether a row that came later says that the row at a place ended by R. */
function hasEnded({ numbers, rows, late }: GroupRows, content: number, i: number, r: number): boolean {
  if (numbers[i + WIDTH] !== content && !late.has(content)) return false;
  for (let row = firstOf(numbers, rows, content); row >= 0; row = nextOf(numbers, rows, content, row)) {
    const at = row * WIDTH;
    if (numbers[at + IN_FORCE.rFrom] !== numbers[i + IN_FORCE.rFrom] || numbers[at + IN_FORCE.kFrom] !== numbers[i + IN_FORCE.kFrom])
      continue;
    if ((numbers[at + IN_FORCE.rTo] as number) <= r) return true;
  }
  return false;
}
