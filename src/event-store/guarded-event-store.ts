import type { ClockGuard } from './clock-guard.js';
import type { EventStore, NewEvent } from './event-store.js';
import { WrappedEventStore } from './wrapped-event-store.js';

/** A store that takes no appends while the clock of this node is wrong. */
export class GuardedEventStore extends WrappedEventStore {
  constructor(
    store: EventStore,
    private readonly clock: ClockGuard,
  ) {
    super(store);
  }

  /** @throws ClockDiffers, and what the store throws */
  protected async appending<T>(_events: readonly NewEvent[], append: () => Promise<T>): Promise<T> {
    await this.clock.require();
    return append();
  }
}
