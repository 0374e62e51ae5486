import type { ListKind } from '../tables/list-kinds.js';
import type { Index } from './opened-lists.js';

/** A day of an owner, with the list that is kept for it. */
export interface DayList {
  /** As a column. */
  readonly day: number;
  readonly list: number;
}

const COLUMNS = 'SELECT day, list FROM days WHERE kind = ? AND owner = ?';

/** So many days are read at a time. */
const PAGE = 64;
/** Written out: SQLite prepares a query anew each time that a value is bound to its limit. */
const LIMIT = `LIMIT ${String(PAGE)}`;

/** The days of an owner from one on, both ends included, in order, read as they are asked for. */
export function* daysUpwards({ file }: Index, kind: ListKind, owner: number, from: number, to: number): Generator<DayList> {
  for (let first = from; ;) {
    const page = file.all<DayList>(`${COLUMNS} AND day >= ? AND day <= ? ORDER BY day ${LIMIT}`, kind, owner, first, to);
    yield* page;
    if (page.length < PAGE) return;
    first = (page.at(-1)?.day ?? to) + 1;
  }
}

/** The same downwards. */
export function* daysDownwards({ file }: Index, kind: ListKind, owner: number, from: number): Generator<DayList> {
  for (let last = from; ;) {
    const page = file.all<DayList>(`${COLUMNS} AND day <= ? ORDER BY day DESC ${LIMIT}`, kind, owner, last);
    yield* page;
    if (page.length < PAGE) return;
    last = (page.at(-1)?.day ?? 0) - 1;
  }
}
