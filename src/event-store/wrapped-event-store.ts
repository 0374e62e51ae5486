import type { Position } from '../vocabulary/position.js';
import type {
  Appended,
  EventStore,
  LogTimes,
  NewEvent,
  OnPassed,
  RecordedEvent,
  Revision,
  StreamAppend,
  StreamName,
} from './event-store.js';
import type { HistoryFault } from './history-fault.js';

/** A store behind another one, which hands on what it is asked for: who wraps it says only what it does beside that. */
export abstract class WrappedEventStore implements EventStore {
  /** Left out where the store behind it has none. */
  readonly appendTogether?: (appends: readonly StreamAppend[]) => Promise<Appended[]>;

  constructor(protected readonly store: EventStore) {
    const together = store.appendTogether?.bind(store);
    if (together !== undefined) this.appendTogether = async (appends) => this.appending(flatEvents(appends), () => together(appends));
  }

  get hasOneWriter(): boolean {
    return this.store.hasOneWriter;
  }

  /** Around each append. @param append does it; @param events that are appended */
  protected abstract appending<T>(events: readonly NewEvent[], append: () => Promise<T>): Promise<T>;

  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    return this.appending(events, () => this.store.append(stream, events, expected));
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

  subscribeAll(after: Position, signal: AbortSignal, onPassed?: OnPassed): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.subscribeAll(after, signal, onPassed);
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

function flatEvents(appends: readonly StreamAppend[]): NewEvent[] {
  return appends.flatMap(({ events }) => events);
}
