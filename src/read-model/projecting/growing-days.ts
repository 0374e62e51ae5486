import type { ListKind } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

/** Gives each day of an owner the number of its list when it first comes. */
export class GrowingDays extends GrowingNumbers<'days'> {
  constructor(file: ReadModelFile) {
    super(file, 'days');
  }

  /** @param event the one that is applied: before it nothing stands in a list that is new */
  listOf(kind: ListKind, owner: number, day: number, event: number): number {
    const key = keyOf(kind, owner, day);
    const known = this.known(key) ?? this.earlier(key, kind, owner, day);
    return known ?? this.add(key, { kind, owner, day, list: this.upcoming, first_event: event });
  }
}

/** A safe integer: 32 kinds, 2^22 owners, 2^24 days around the day 0. */
function keyOf(kind: ListKind, owner: number, day: number): number {
  return (kind * 2 ** 22 + owner) * 2 ** 24 + day + 2 ** 23;
}
