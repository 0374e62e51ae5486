import type { ListKind } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

const DAYS = {
  last: 'SELECT max(list) AS last FROM days',
  find: 'SELECT list FROM days WHERE kind = ? AND owner = ? AND day = ?',
  insert: 'INSERT INTO days (list, kind, owner, day, first_event) VALUES (?, ?, ?, ?, ?)',
};

/** Gives each day of an owner the number of its list when it first comes. */
export class GrowingDays extends GrowingNumbers {
  constructor(file: ReadModelFile) {
    super(file, DAYS);
  }

  /** @param event the one that is applied: before it nothing stands in a list that is new */
  listOf(kind: ListKind, owner: number, day: number, event: number): number {
    const key = keyOf(kind, owner, day);
    return this.known(key) ?? this.earlier(key, kind, owner, day) ?? this.next(key, kind, owner, day, event);
  }
}

/** A safe integer: 32 kinds, 2^22 owners, 2^24 days around the day 0. */
function keyOf(kind: ListKind, owner: number, day: number): number {
  return (kind * 2 ** 22 + owner) * 2 ** 24 + day + 2 ** 23;
}
