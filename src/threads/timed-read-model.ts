import { ReadModel } from '../read-model/read-model.js';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { BatchTold } from './batches-told.js';
import { exactly } from './worked.js';

/** A read model that knows when it took in the batch of events that it took last. */
export class TimedReadModel extends ReadModel {
  private begun: Pick<BatchTold, 'after' | 'begunAt'> | undefined;

  override apply(events: readonly RecordedEvent[]): void {
    this.begun = { after: this.applied, begunAt: exactly() };
    super.apply(events);
    this.begun = undefined;
  }

  /** To be asked by who is told that a batch is applied; undefined at any other time. */
  get batch(): BatchTold | undefined {
    return this.begun && { ...this.begun, upTo: this.applied, endedAt: exactly() };
  }
}
