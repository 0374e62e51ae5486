import { setImmediate as othersHaveRun } from 'node:timers/promises';
import type { ReadableModel } from '../../read-model/readable-model.js';
import type { RecordedHappenings } from '../../read-model/replaying/replay-reader.js';
import type { Position } from '../../vocabulary/position.js';
import { LiveStep } from './live-step.js';
import { RecentSteps, type Room } from './recent-steps.js';

/** It fell so far behind that the next step for it is not kept any more. */
export const TOO_SLOW = 'too slow';

/** So much is sent at once to one who has fallen a little behind, in characters. */
const MESSAGE_SIZE = 64_000;

/** One replay along the axis `recorded` that goes on with the read model, for all who listen to it. */
export class LiveReplay {
  private readonly recent: RecentSteps;
  private readonly listeners = new Set<Listener>();
  private readonly unlisten: () => void;
  private isMoving = false;
  private failure: { readonly error: unknown } | undefined;

  /** @param onDeserted called when nobody listens any more, or nobody can */
  constructor(
    private readonly readModel: ReadableModel,
    private readonly happenings: RecordedHappenings,
    room: Room,
    private readonly onDeserted: () => void,
  ) {
    this.recent = new RecentSteps(happenings.reached, room);
    this.unlisten = readModel.onApplied(() => {
      if (this.isSound()) void this.goOn();
    });
  }

  /** Whether it still has every step behind a position. */
  reachesBackTo(position: Position): boolean {
    return this.recent.reachBackTo(position);
  }

  /** @param behind what the one who listens has got already */
  join(behind: Position): Listener {
    const listener = new Listener(this, this.recent, behind);
    this.listeners.add(listener);
    void this.goOn();
    return listener;
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.close();
  }

  /** @throws what working out a step threw */
  throwIfFailed(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }

  /** What comes in the place of a read model of another log may stand before what was told, and would be passed over: all are to ask anew. */
  private isSound(): boolean {
    try {
      return !this.readModel.rows.isDamaged;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  private fail(error: unknown): void {
    this.failure ??= { error };
    this.close();
    this.wakeAll();
  }

  /** Works out what is recorded by now, whoever is slow: what it keeps is bounded. */
  private async goOn(): Promise<void> {
    if (this.isMoving || this.failure !== undefined) return;
    this.isMoving = true;
    try {
      // Whoever waits for the same events to answer a request goes first.
      await othersHaveRun();
      while (this.listeners.size > 0 && this.happenings.reached < this.readModel.applied) {
        for await (const told of this.happenings.upTo(this.readModel.applied)) {
          this.recent.push(new LiveStep(told));
          this.wakeAll();
          if (this.listeners.size === 0) return;
        }
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.isMoving = false;
    }
  }

  private wakeAll(): void {
    for (const listener of this.listeners) listener.wake();
  }

  private close(): void {
    this.unlisten();
    this.onDeserted();
  }
}

/** One who listens: where he is, and nothing else, is kept for him. */
export class Listener {
  private waking: (() => void) | undefined;
  private hasLeft = false;

  constructor(
    private readonly replay: LiveReplay,
    private readonly recent: RecentSteps,
    private behind: Position,
  ) {}

  /** All steps behind the last one that are ready, or as many as fit a message, once there is one; none after he has left. */
  async next(): Promise<readonly LiveStep[] | typeof TOO_SLOW> {
    for (;;) {
      if (this.hasLeft) return [];
      this.replay.throwIfFailed();
      if (!this.recent.reachBackTo(this.behind)) return TOO_SLOW;
      const steps = this.recent.behind(this.behind, MESSAGE_SIZE);
      const last = steps.at(-1);
      if (last !== undefined) {
        this.behind = last.position;
        return steps;
      }
      await new Promise<void>((resolve) => (this.waking = resolve));
    }
  }

  wake(): void {
    this.waking?.();
    this.waking = undefined;
  }

  leave(): void {
    if (this.hasLeft) return;
    this.hasLeft = true;
    this.replay.leave(this);
    this.wake();
  }
}
