import type { Row } from '../tables/definition.js';
import type { ListKind } from '../tables/list-kinds.js';
import { select } from '../tables/row-sql.js';
import type { Index } from './opened-lists.js';

/** A day of an owner, with the list that is kept for it. */
export type DayList = Pick<Row<'days'>, 'day' | 'list'>;

/** So many days are read at a time. */
const PAGE = 64;
/** Written out: SQLite prepares a query anew each time that a value is bound to its limit. */
const LIMIT = `LIMIT ${String(PAGE)}`;

const UPWARDS = select('days', ['day', 'list'], `WHERE kind = ? AND owner = ? AND day >= ? AND day <= ? ORDER BY day ${LIMIT}`);
const DOWNWARDS = select('days', ['day', 'list'], `WHERE kind = ? AND owner = ? AND day <= ? ORDER BY day DESC ${LIMIT}`);

/** The days of an owner from one on, both ends included, in order, read as they are asked for. */
export function* daysUpwards({ file }: Index, kind: ListKind, owner: number, from: number, to: number): Generator<DayList> {
  for (let first = from; ;) {
    const page = file.all(UPWARDS, kind, owner, first, to);
    yield* page;
    if (page.length < PAGE) return;
    first = (page.at(-1)?.day ?? to) + 1;
  }
}

/** The same downwards. */
export function* daysDownwards({ file }: Index, kind: ListKind, owner: number, from: number): Generator<DayList> {
  for (let last = from; ;) {
    const page = file.all(DOWNWARDS, kind, owner, last);
    yield* page;
    if (page.length < PAGE) return;
    last = (page.at(-1)?.day ?? 0) - 1;
  }
}
