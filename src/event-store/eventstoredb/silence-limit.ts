import { NoAnswer } from './client-failure.js';

/** Ends a wait in which the server is silent for too long: the client itself waits for ever. */
export class SilenceLimit {
  private expire: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private limitMs: number) {}

  /** A sign of life: the time starts anew. */
  heard(): void {
    clearTimeout(this.timer);
    if (this.expire === undefined || this.limitMs === Infinity) return;
    this.timer = setTimeout(this.expire, this.limitMs);
  }

  /** From now on silence is normal. */
  lift(): void {
    this.limitMs = Infinity;
    this.heard();
  }

  /** @throws NoAnswer */
  async during<T>(wait: Promise<T>): Promise<T> {
    const { limitMs } = this;
    const silence = new Promise<never>((_resolve, reject) => {
      this.expire = () => {
        reject(new NoAnswer(`no answer in ${String(Math.round(limitMs))} ms`));
      };
    });
    this.heard();
    try {
      return await Promise.race([wait, silence]);
    } finally {
      this.expire = undefined;
      clearTimeout(this.timer);
    }
  }
}
