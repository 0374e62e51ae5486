import type { Position } from '../vocabulary/position.js';
import type { Appended, EventStore, LogTimes, NewEvent, RecordedEvent, Revision, StreamAppend, StreamName } from './event-store.js';
import type { HistoryFault } from './history-fault.js';

export type LogOperation = 'append' | 'head';

/** What the log was asked to do, and how that went. */
export interface LogCall {
  readonly operation: LogOperation;
  readonly seconds: number;
  /** What it threw; undefined where all went well. */
  readonly error: unknown;
  /** The types of the events that are recorded now. */
  readonly recorded: readonly string[];
}

/** Told of each call. */
export interface LogObserver {
  called(call: LogCall): void;
}

/** A store that tells observers how it does. */
export class ObservedEventStore implements EventStore {
  readonly appendTogether?: (appends: readonly StreamAppend[]) => Promise<Appended[]>;

  constructor(
    private readonly store: EventStore,
    private readonly observers: readonly LogObserver[],
  ) {
    const together = store.appendTogether?.bind(store);
    if (together === undefined) return;
    this.appendTogether = (appends) =>
      this.observed(
        'append',
        () => together(appends),
        appends.flatMap(({ events }) => events),
      );
  }

  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    return this.observed('append', () => this.store.append(stream, events, expected), events);
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
    return this.observed('head', () => this.store.head());
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

  private async observed<T>(operation: LogOperation, work: () => Promise<T>, events: readonly NewEvent[] = []): Promise<T> {
    const begun = performance.now();
    const tell = (error: unknown, recorded: readonly string[]): void => {
      for (const observer of this.observers) observer.called({ operation, seconds: (performance.now() - begun) / 1_000, error, recorded });
    };
    try {
      const result = await work();
      tell(
        undefined,
        events.map(({ type }) => type),
      );
      return result;
    } catch (error) {
      tell(error, []);
      throw error;
    }
  }
}
