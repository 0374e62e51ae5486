import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long may one piece of work keep others of its thread waiting, in milliseconds. */
const LONGEST_TURN_MS = 10;

/** Lets others have their turn in between long work. */
export class ShortTurns {
  private begun = performance.now();

  /** @param next settles when it is the turn of whoever asks again; left out: behind what came meanwhile */
  constructor(private readonly next: () => Promise<unknown> = nextTurn) {}

  /** To be awaited behind each piece of work: lets others have their turn where this one was long enough. */
  async worked(): Promise<void> {
    if (performance.now() - this.begun < LONGEST_TURN_MS) return;
    await this.next();
    this.begun = performance.now();
  }
}
