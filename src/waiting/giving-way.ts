import { pause } from './pause.js';

/** What tells the time and waits; both in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

const CLOCK: Clock = { now: () => performance.now(), pause };

/** Long work that gives way: for as long as others are at work too it takes half of the time. */
export class GivingWay {
  private begun: number;
  private seen: unknown;

  /** @param doneByOthers what differs from what it was when others have done something meanwhile */
  constructor(
    private readonly doneByOthers: () => unknown,
    private readonly clock: Clock = CLOCK,
  ) {
    this.seen = doneByOthers();
    this.begun = clock.now();
  }

  /** To be awaited behind each piece of the work: where others worked meanwhile it rests as long as the piece took. */
  async worked(): Promise<void> {
    const done = this.doneByOthers();
    if (done !== this.seen) await this.clock.pause(this.clock.now() - this.begun);
    this.seen = done;
    this.begun = this.clock.now();
  }
}
