import type { Position } from '../vocabulary/position.js';
import type { EventStore, NewEvent } from './event-store.js';
import { WrappedEventStore } from './wrapped-event-store.js';

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
export class ObservedEventStore extends WrappedEventStore {
  constructor(
    store: EventStore,
    private readonly observers: readonly LogObserver[],
  ) {
    super(store);
  }

  protected async appending<T>(events: readonly NewEvent[], append: () => Promise<T>): Promise<T> {
    return this.observed('append', append, events);
  }

  override async head(): Promise<Position> {
    return this.observed('head', () => this.store.head());
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
