import type { Position } from '../vocabulary/position.js';
import type { Worked } from './worked.js';

/** Events that the thread which keeps the read model took in at once. */
export interface BatchTold extends Worked {
  readonly after: Position;
  readonly upTo: Position;
}

/** A request waits for its own events for a second at most: what was applied before the last of these is not asked for. */
const MOST_KEPT = 64;

/** The batches that were told last, to know by which one an event was applied. */
export class BatchesTold {
  private readonly batches: BatchTold[] = [];

  take(batch: BatchTold): void {
    this.batches.push(batch);
    if (this.batches.length > MOST_KEPT) this.batches.shift();
  }

  /** The one that holds an event; undefined where it is not known any more. */
  with(position: Position): BatchTold | undefined {
    return this.batches.findLast(({ after, upTo }) => after < position && position <= upTo);
  }
}
