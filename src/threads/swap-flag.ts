const FREE = 0;
const SWAPPING = 1;
/** A swap takes milliseconds; whoever waits for longer goes on and meets what there is. */
const LONGEST_WAIT_MS = 5_000;

/** Says, in memory that all threads share, that the file of the read model is being swapped: nobody may open it meanwhile. */
export class SwapFlag {
  private readonly state: Int32Array;

  /** @param memory of one number, by `SwapFlag.memory` */
  constructor(memory: SharedArrayBuffer) {
    this.state = new Int32Array(memory);
  }

  static memory(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  }

  raise(): void {
    Atomics.store(this.state, 0, SWAPPING);
  }

  lower(): void {
    Atomics.store(this.state, 0, FREE);
    Atomics.notify(this.state, 0);
  }

  /** Holds this thread up while it is raised: not to be called in the thread that answers everybody. */
  waitUntilLowered(): void {
    Atomics.wait(this.state, 0, SWAPPING, LONGEST_WAIT_MS);
  }
}
