import { catchError, defer, from, type Observable, retry, type Subscription, tap, throwError, timer } from 'rxjs';
import type { EventStore, RecordedEvent } from '../event-store/event-store.js';
import type { ReadModel } from './read-model.js';

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;

export interface FollowerOptions {
  /** Called with the error each time the subscription was cut off. */
  readonly onCutOff?: (error: unknown) => void;
  /** 0 to 1, to spread the reconnects of several nodes. */
  readonly jitter: () => number;
}

/**
 * Keeps the read model at the head of the log through one ordered subscription. After an error or a plain end it subscribes
 * again from the position that was applied, with growing delays.
 */
export class Follower {
  private cutOff = new AbortController();
  private isStopped = false;
  private subscription: Subscription | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly options: FollowerOptions,
  ) {}

  start(): void {
    this.subscription = defer(() => this.batches())
      .pipe(
        tap((events) => {
          this.readModel.apply(events);
        }),
        catchError((error: unknown) => {
          this.options.onCutOff?.(error);
          return throwError(() => error);
        }),
        retry({ delay: (_, attempt) => timer(this.delay(attempt)), resetOnSuccess: true }),
      )
      .subscribe();
  }

  /** Lets go of a subscription that gives nothing any more, and subscribes again from the position that was applied. */
  resubscribe(): void {
    this.cutOff.abort();
  }

  /** Takes no further events; the read model stays at the position it has. */
  stop(): void {
    this.isStopped = true;
    this.cutOff.abort();
    this.subscription?.unsubscribe();
  }

  private batches(): Observable<readonly RecordedEvent[]> {
    this.cutOff = new AbortController();
    return from(this.endless(this.cutOff.signal));
  }

  private async *endless(signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    yield* this.store.subscribeAll(this.readModel.applied, signal);
    if (!this.isStopped) throw new Error('the subscription to the log ended');
  }

  private delay(attempt: number): number {
    const longest = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
    return longest * (0.5 + this.options.jitter() / 2);
  }
}
