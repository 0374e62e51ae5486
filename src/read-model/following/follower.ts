import { catchError, defer, from, type Observable, retry, type Subscription, tap, throwError, timer } from 'rxjs';
import type { ReadableLog, RecordedEvent } from '../../event-store/event-store.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { growingWaitMs } from '../../waiting/growing-wait.js';
import type { Belonging } from './belonging.js';
import { type Pace, timedBatches, SHORT_TURN_MS } from './timed-batches.js';
import type { ReadModel } from '../read-model.js';
import { ReadModelDamaged } from '../../ports/read-model-errors.js';

const WAIT = { firstMs: 50, longestMs: 5_000 };
/** A server tells of each thousand events that it passes over: so often it is told on. */
const PASSED_EVERY_MS = 250;

export interface FollowerOptions {
  /** Called with the error each time the subscription was cut off. A damaged read model is no fault of the log, and not told. */
  readonly onCutOff?: (error: unknown) => void;
  /** 0 to 1, to spread the reconnects of several nodes. */
  readonly jitter: () => number;
  /** About how long a batch may take of what was recorded before it subscribed, which nobody waits for; left out: no longer than any other. */
  readonly catchUpTurnMs?: number | undefined;
  /** Called now and then while the subscription passes over what is not ours. */
  readonly onPassed?: (() => void) | undefined;
}

/**
 * Keeps the read model at the head of the log through one ordered subscription. After an error or a plain end it subscribes
 * again from the position that was applied, with growing delays.
 */
export class Follower {
  private cutOff = new AbortController();
  private isStopped = false;
  private subscription: Subscription | undefined;
  private passedTo = BEFORE_ALL;
  private toldPassedAt = -Infinity;

  constructor(
    private readonly store: ReadableLog,
    private readonly readModel: ReadModel,
    private readonly belonging: Pick<Belonging, 'check'>,
    private readonly options: FollowerOptions,
  ) {}

  start(): void {
    this.subscription = defer(() => this.batches())
      .pipe(
        tap((events) => {
          this.readModel.apply(events);
        }),
        catchError((error: unknown) => {
          if (!(error instanceof ReadModelDamaged)) this.options.onCutOff?.(error);
          return throwError(() => error);
        }),
        retry({ delay: (error, attempt) => this.until(error, attempt), resetOnSuccess: true }),
      )
      .subscribe();
  }

  /** Up to where the subscription has passed over what is not ours. Of what is ours before it some may still be to be applied. */
  get passed(): Position {
    return this.passedTo;
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
    return from(this.endless(this.cutOff));
  }

  private async *endless(cutOff: AbortController): AsyncIterable<readonly RecordedEvent[]> {
    try {
      // At the start, and whenever the subscription was cut off: the log may be another one by now.
      if (!(await this.belonging.check()) || !this.readModel.takesEvents) throw new ReadModelDamaged(this.readModel.path);
      const { catchUpTurnMs } = this.options;
      const head = catchUpTurnMs === undefined ? BEFORE_ALL : await this.store.head();
      const paceOf = (first: RecordedEvent | undefined): Pace =>
        first !== undefined && first.position <= head
          ? { turnMs: catchUpTurnMs ?? SHORT_TURN_MS, isAwaited: false }
          : { turnMs: SHORT_TURN_MS, isAwaited: true };
      const pages = this.store.subscribeAll(this.readModel.applied, cutOff.signal, (position) => {
        this.hasPassed(position);
      });
      yield* timedBatches(pages, paceOf);
      if (!this.isStopped) throw new Error('the subscription to the log ended');
    } finally {
      cutOff.abort();
    }
  }

  private hasPassed(position: Position): void {
    this.passedTo = position;
    const now = performance.now();
    if (now - this.toldPassedAt < PASSED_EVERY_MS) return;
    this.toldPassedAt = now;
    this.options.onPassed?.();
  }

  /** When to subscribe again: a read model that is damaged or of another form takes nothing until it is replaced. */
  private until(error: unknown, attempt: number): Observable<unknown> {
    if (error instanceof ReadModelDamaged) return from(this.readModel.nextSwap());
    return timer(growingWaitMs({ ...WAIT, jitter: this.options.jitter }, attempt));
  }
}
