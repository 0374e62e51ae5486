import type { ReadableLog } from '../../event-store/event-store.js';
import type { ShownAge } from '../../ports/shown-age.js';
import type { Position } from '../../vocabulary/position.js';
import type { Keeper } from '../keeper.js';

const CHECK_EVERY_MS = 1_000;
/** So long may the read model, and what is passed over, stand still behind the head before its subscription counts as dead. */
const STUCK_AFTER_MS = 5_000;
/** Between two checks of a log that answers nothing is missing that a check would find. */
const ANSWERS_WITHIN_MS = 2 * CHECK_EVERY_MS;

export interface WatchdogOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called when events are in the log that the subscription does not bring. */
  readonly onStuck: () => void;
  /** Called when more was applied than is in the log. */
  readonly onAhead: () => void;
  /** Called when the log stops answering, with the reason, whenever that is another one, and when it answers again. */
  readonly onFault?: (fault: string | undefined) => void;
}

/** Compares the head of the log with the applied position, and knows since when they differ. */
export class Watchdog implements ShownAge {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private reachable = false;
  /** Why the log did not answer when it was last asked. */
  private faultNow: string | undefined;
  /** When the log was asked for its head; undefined where it has answered, or was given up. */
  private askedAt: number | undefined;
  /** The head as it was last told, and when it was asked for. */
  private seen: { readonly head: Position; readonly at: number } | undefined;
  private lowest: Position | undefined;
  private lastCaughtUpAt: number | undefined;
  private lastMove: { readonly applied: Position; readonly passed: Position; readonly at: number } | undefined;

  constructor(
    private readonly store: ReadableLog,
    private readonly keeper: Pick<Keeper, 'applied' | 'passed' | 'takesEvents'>,
    private readonly options: WatchdogOptions,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.check(), CHECK_EVERY_MS).unref();
    void this.check();
  }

  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }

  /** Whether the log answered when it was last asked; false too while its answer is overdue. */
  get isLogReachable(): boolean {
    const isOverdue = this.askedAt !== undefined && this.options.now() - this.askedAt > ANSWERS_WITHIN_MS;
    return this.reachable && !isOverdue;
  }

  /** The lowest head that was ever told: lower than an earlier one where the log was put back, or emptied. */
  get lowestHead(): Position | undefined {
    return this.lowest;
  }

  /** Why the log does not answer, in words; undefined where it does, or was not asked yet. */
  get fault(): string | undefined {
    return this.faultNow;
  }

  /** For how long, in whole seconds, this node may have missed what is in the log; null before it was ever seen caught up. */
  get ageSeconds(): number | null {
    const { caughtUpAt } = this;
    if (caughtUpAt === undefined) return null;
    const age = Math.floor((this.options.now() - caughtUpAt) / 1_000);
    return age * 1_000 <= ANSWERS_WITHIN_MS ? 0 : age;
  }

  /** One comparison, none while another one waits for the log. Never throws. */
  async check(): Promise<void> {
    if (this.askedAt !== undefined) return;
    const at = this.options.now();
    const { applied } = this.keeper;
    this.askedAt = at;
    try {
      const head = await this.store.head();
      // Once it is stopped the read model may be closed.
      if (!this.isStopped) this.compare(head, at);
      // What was applied before the log was asked cannot lie behind its head, unless it is another log by now.
      if (!this.isStopped && applied > head) this.options.onAhead();
      this.reachable = true;
      this.say(undefined);
    } catch (error) {
      this.reachable = false;
      this.say(error instanceof Error ? error.message : String(error));
    } finally {
      this.askedAt = undefined;
    }
  }

  private say(fault: string | undefined): void {
    if (fault === this.faultNow || this.isStopped) return;
    this.faultNow = fault;
    this.options.onFault?.(fault);
  }

  /** Up to when nothing is missing. While others write without a pause, only a head seen earlier is ever reached. */
  private get caughtUpAt(): number | undefined {
    const { seen } = this;
    if (seen !== undefined && this.keeper.applied >= seen.head) this.lastCaughtUpAt = seen.at;
    return this.lastCaughtUpAt;
  }

  private compare(head: Position, at: number): void {
    // The head seen before this one may have been reached meanwhile.
    this.lastCaughtUpAt = this.caughtUpAt;
    this.seen = { head, at };
    if (this.lowest === undefined || head < this.lowest) this.lowest = head;
    const now = this.options.now();
    const { applied, passed, takesEvents } = this.keeper;
    // One that takes nothing stands still until it is replaced, whatever the subscription brings.
    if (applied >= head || this.lastMove?.applied !== applied || !takesEvents || this.isOnItsWay(passed, head)) {
      this.lastMove = { applied, passed, at: now };
      return;
    }
    if (now - this.lastMove.at < STUCK_AFTER_MS) return;
    this.lastMove = { applied, passed, at: now };
    this.options.onStuck();
  }
  /** Between two of our events there may be any number of others; once it is past the head, it should have brought that. */
  private isOnItsWay(passed: Position, head: Position): boolean {
    return passed < head && this.lastMove?.passed !== passed;
  }
}
