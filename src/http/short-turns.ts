import { setImmediate as nextTurn } from 'node:timers/promises';

const LONGEST_TURN_MS = 10;

/** Lets others have their turn in between long work. */
export class ShortTurns {
  private begun = performance.now();

  /** To be awaited behind each piece of work. */
  async worked(): Promise<void> {
    if (performance.now() - this.begun < LONGEST_TURN_MS) return;
    await nextTurn();
    this.begun = performance.now();
  }
}
