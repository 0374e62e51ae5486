import type { Placed } from '../../rules/order.js';
import type { Visible } from '../../rules/scene.js';
import { latestCertain } from '../../rules/staleness.js';
import { certaintyOf, uncertainAxes } from '../../rules/visibility.js';
import { toColumn } from '../tables/columns.js';
import { LIST_KINDS, STANDING, STANDING_SHIFT } from '../tables/list-kinds.js';
import { isFiled, type Moved, movedOf } from './moved.js';
import type { Index } from './opened-lists.js';
import type { Point } from './point.js';
import type { Seen } from './counted-contents.js';

/** A report that may be the latest one. */
interface Standing extends Placed, Pick<Visible, 'certainty'> {
  readonly seen: Seen;
  readonly end: number;
}

/**
 * Of the certain reports that are news the one with the latest `O.hi`: design 4, "Staleness". What reports say is not read for it.
 * @param issue the number of its name
 */
export function latestNews(index: Index, point: Point, issue: number): Seen | undefined {
  // What is certain ended by D and came out by K, and O.hi is never behind P.hi.
  const last = Math.min(point.d, point.k) >> STANDING_SHIFT;
  for (const list of index.standing.downwards(issue, last, point.r)) {
    const rows = index.lists.numbers(LIST_KINDS.standing, list, point.r);
    const latest = latestIn(index, point, rows, movedOf(index, issue, point.r));
    if (latest !== undefined) return latest.seen;
  }
  return undefined;
}

/** The latest one in the list of some few days. */
function latestIn(index: Index, point: Point, rows: Int32Array, moved: Moved | undefined): Standing | undefined {
  let latest: Standing | undefined;
  for (const i of latestPlacesFirst(rows, point)) {
    const content = rows[i] as number;
    // A report is recorded with its first content or before the others: none of those that follow is later.
    if (latest !== undefined && (endOf(rows, i) !== latest.end || content <= latest.seen.report)) break;
    const standing = isFiled(moved, content, point.r) ? standingAt(index, point, rows, i) : undefined;
    if (standing === undefined) continue;
    latest = latestCertain(latest === undefined ? [standing] : [latest, standing]);
    if (content === latest?.seen.report) break;
  }
  return latest;
}

/**
 * Places of what is news and may be certain: by its last days, then by its content. Mostly the first one decides: it is found without
 * putting the others in order.
 */
function* latestPlacesFirst(rows: Int32Array, point: Point): Generator<number> {
  let first = -1;
  for (let i = 0; i < rows.length; i += STANDING.width) {
    if (mayBeCertain(rows, i, point) && (first < 0 || byLastDays(rows, first, i) > 0)) first = i;
  }
  if (first < 0) return;
  yield first;
  const others: number[] = [];
  for (let i = 0; i < rows.length; i += STANDING.width) if (i !== first && mayBeCertain(rows, i, point)) others.push(i);
  yield* others.sort((a, b) => byLastDays(rows, a, b));
}

function mayBeCertain(rows: Int32Array, i: number, { d, k, r }: Point): boolean {
  const content = rows[i] as number;
  // Below zero: it is no news.
  return content > 0 && content <= r && (rows[i + STANDING.oHi] as number) <= d && (rows[i + STANDING.pHi] as number) <= k;
}

/** The latest one first. */
function byLastDays(rows: Int32Array, a: number, b: number): number {
  return endOf(rows, b) - endOf(rows, a) || (rows[b] as number) - (rows[a] as number);
}

function endOf(rows: Int32Array, i: number): number {
  return (rows[i + STANDING.oHi] as number) * 2 ** 23 + (rows[i + STANDING.pHi] as number);
}

/** The report that stands there, if it still does. */
function standingAt(index: Index, point: Point, rows: Int32Array, i: number): Standing | undefined {
  const seen = index.counted.of(rows[i] as number, point);
  if (seen === undefined) return undefined;
  const { occurred, published, report } = seen;
  if (toColumn(occurred.hi) !== rows[i + STANDING.oHi] || toColumn(published.hi) !== rows[i + STANDING.pHi]) return undefined;
  const certainty = certaintyOf(uncertainAxes(occurred, published, point.at));
  return { seen, end: endOf(rows, i), occurred, published, firstPosition: BigInt(report), certainty };
}
