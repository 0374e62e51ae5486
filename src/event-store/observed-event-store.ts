import type { Position } from '../vocabulary/position.js';
import type { Appended, EventStore, LogTimes, NewEvent, RecordedEvent, Revision, StreamAppend, StreamName } from './event-store.js';
import type { HistoryFault } from './history-fault.js';

export type LogOperation = 'append' | 'head';

/** Told what the log did. */
export interface LogObserver {
  /** Does the work, and may look at how long it takes and what it throws. */
  during<T>(operation: LogOperation, work: () => Promise<T>): Promise<T>;
  /** @param types of the events that are recorded now */
  recorded(types: readonly string[]): void;
}

/** A store of which others are told how long it takes and what it records. */
export class ObservedEventStore implements EventStore {
  readonly appendTogether?: (appends: readonly StreamAppend[]) => Promise<Appended[]>;

  constructor(
    private readonly store: EventStore,
    private readonly observer: LogObserver,
  ) {
    const together = store.appendTogether?.bind(store);
    if (together === undefined) return;
    this.appendTogether = async (appends) => {
      const appended = await observer.during('append', () => together(appends));
      observer.recorded(appends.flatMap(({ events }) => events.map(({ type }) => type)));
      return appended;
    };
  }

  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    const appended = await this.observer.during('append', () => this.store.append(stream, events, expected));
    this.observer.recorded(events.map(({ type }) => type));
    return appended;
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
    return this.observer.during('head', () => this.store.head());
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
