import { nextTurn } from './next-turn.js';

/** So long may one piece of work keep others of its thread waiting, in milliseconds. */
const LONGEST_TURN_MS = 5;

/** Lets others have their turn in between long work. */
export class ShortTurns {
  private begun = performance.now();

  /** To be awaited behind each piece of work: lets others have their turn where this one was long enough. */
  async worked(): Promise<void> {
    if (performance.now() - this.begun < LONGEST_TURN_MS) return;
    await nextTurn();
    this.begun = performance.now();
  }
}
