import type { ListKind } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

const KINDS = 32;

/** Gives each day of an owner the number of its list when it first comes. */
export class GrowingDays extends GrowingNumbers<'days'> {
  constructor(file: ReadModelFile) {
    super(file, 'days');
  }

  /** @param event the one that is applied: before it nothing stands in a list that is new */
  listOf(kind: ListKind, owner: number, day: number, event: number): number {
    const kindAndOwner = owner * KINDS + kind;
    return (
      this.known(kindAndOwner, day) ??
      this.earlier(kindAndOwner, day, kind, owner, day) ??
      this.add(kindAndOwner, day, { kind, owner, day, list: this.upcoming, first_event: event })
    );
  }
}
