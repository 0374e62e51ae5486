import { fromColumn } from '../tables/columns.js';
import { LIST_KINDS, ON_DAY } from '../tables/list-kinds.js';
import type { DayList } from './days-reader.js';
import type { SceneReader } from './scene-reader.js';
import type { Seen } from './counted-contents.js';

/** The axes of days along which reports are listed by the first day of their window, each with its kind of list. */
export const DAY_AXES = { occurred: LIST_KINDS.occurredOn, published: LIST_KINDS.publishedOn } as const;
export type DayAxis = keyof typeof DAY_AXES;

/** Which reports of a day are asked for. */
interface AskedOnDay {
  /** As a column: only those whose window ends there or later. */
  readonly endsFrom?: number;
  /** Asked of a content before it is looked up. */
  readonly isAsked?: (content: number) => boolean;
}

/** So many contents of a day are looked at before others may have their turn. */
const PIECE = 32;

/** What is seen of the contents whose window begins on a day, in no order. */
export function seenOnDay(reader: SceneReader, axis: DayAxis, day: DayList): Seen[] {
  return seenAmong(reader, axis, day, rowsOf(reader, axis, day), {});
}

/** The same of those that are asked for, piece by piece: to know whether one is may take a while. */
export function* seenOnDayInPieces(reader: SceneReader, axis: DayAxis, day: DayList, asked: AskedOnDay): Generator<Seen[]> {
  const rows = rowsOf(reader, axis, day);
  for (let at = 0; at < rows.length; at += PIECE * ON_DAY.width) {
    yield seenAmong(reader, axis, day, rows.subarray(at, at + PIECE * ON_DAY.width), asked);
  }
}

function rowsOf({ index, point }: SceneReader, axis: DayAxis, { list }: DayList): Int32Array {
  return index.lists.numbers(DAY_AXES[axis], list, point.r);
}

function seenAmong(
  { index, point }: SceneReader,
  axis: DayAxis,
  { day }: DayList,
  rows: Int32Array,
  { endsFrom = -Infinity, isAsked = () => true }: AskedOnDay,
): Seen[] {
  const found: Seen[] = [];
  for (let at = 0; at < rows.length; at += ON_DAY.width) {
    const [content, hi] = [rows[at + ON_DAY.content] as number, rows[at + ON_DAY.hi] as number];
    if (hi < endsFrom || !isAsked(content)) continue;
    const seen = index.counted.of(content, point);
    // Its window may be another one by now, or not yet this one.
    if (seen?.[axis].lo === fromColumn(day) && seen[axis].hi === fromColumn(hi)) found.push(seen);
  }
  return found;
}
