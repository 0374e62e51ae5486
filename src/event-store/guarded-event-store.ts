import type { Position } from '../vocabulary/position.js';
import type { ClockGuard } from './clock-guard.js';
import type { Appended, EventStore, LogTimes, NewEvent, RecordedEvent, Revision, StreamAppend, StreamName } from './event-store.js';
import type { HistoryFault } from './history-fault.js';

/** A store that takes no appends while the clock of this node is wrong. */
export class GuardedEventStore implements EventStore {
  readonly appendTogether?: (appends: readonly StreamAppend[]) => Promise<Appended[]>;

  constructor(
    private readonly store: EventStore,
    private readonly clock: ClockGuard,
  ) {
    const together = store.appendTogether?.bind(store);
    if (together === undefined) return;
    this.appendTogether = async (appends) => {
      await clock.require();
      return together(appends);
    };
  }

  /** @throws ClockDiffers, and what the store throws */
  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    await this.clock.require();
    return this.store.append(stream, events, expected);
  }

  readStream(stream: StreamName, from?: Revision): AsyncIterable<RecordedEvent> {
    return this.store.readStream(stream, from);
  }

  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.store.eventAt(position);
  }

  readAll(after?: Position): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.readAll(after);
  }

  subscribeAll(after: Position, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.subscribeAll(after, signal);
  }

  async head(): Promise<Position> {
    return this.store.head();
  }

  async times(): Promise<LogTimes> {
    return this.store.times();
  }

  historyFaults(signal: AbortSignal): AsyncIterable<readonly HistoryFault[]> {
    return this.store.historyFaults(signal);
  }

  async close(): Promise<void> {
    await this.store.close();
  }
}
