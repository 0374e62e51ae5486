import type { Position } from '../../vocabulary/position.js';

interface Waiting {
  readonly position: Position;
  readonly settle: (reached: boolean) => void;
}

/** Those who wait until a position is applied. */
export class WaitingForPositions {
  private readonly waiting = new Set<Waiting>();

  /** True once `reached` is told of the position; false after the time limit. @param limit milliseconds */
  async until(position: Position, limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.waiting.delete(waiting);
        resolve(reached);
      };
      const waiting: Waiting = { position, settle };
      const timer = setTimeout(settle, limit, false);
      this.waiting.add(waiting);
    });
  }

  reached(applied: Position): void {
    for (const { position, settle } of [...this.waiting]) if (position <= applied) settle(true);
  }

  /** Nothing is applied any more. */
  giveUp(): void {
    for (const { settle } of [...this.waiting]) settle(true);
  }
}
