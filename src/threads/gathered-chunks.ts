import { setImmediate as nextRound } from 'node:timers/promises';

/** So much goes from thread to thread at once, in characters. */
const MOST_CHARACTERS = 32_000;

export interface Gathered {
  readonly text: string;
  readonly isLast: boolean;
}

/** Text that is made as it is taken, several chunks at a time while they come without being waited for. */
export class GatheredChunks {
  private coming: Promise<IteratorResult<string>> | undefined;

  constructor(private readonly chunks: AsyncIterator<string>) {}

  /** At least one chunk, or that there is none any more. */
  async next(): Promise<Gathered> {
    const first = await this.ask();
    if (first.done === true) return { text: '', isLast: true };
    let text = first.value;
    while (text.length < MOST_CHARACTERS) {
      const next = await this.arrived();
      if (next === undefined) break;
      if (next.done === true) return { text, isLast: true };
      text += next.value;
    }
    return { text, isLast: false };
  }

  async enough(): Promise<void> {
    await this.chunks.return?.();
  }

  private async ask(): Promise<IteratorResult<string>> {
    const coming = (this.coming ??= this.chunks.next());
    try {
      return await coming;
    } finally {
      this.coming = undefined;
    }
  }

  /** The next chunk if it comes within this turn; else it is left for the next call, and so is a failure. */
  private async arrived(): Promise<IteratorResult<string> | undefined> {
    const coming = (this.coming ??= this.chunks.next());
    const got = await Promise.race([coming, nextRound(undefined)]).catch(() => undefined);
    if (got === undefined) return undefined;
    this.coming = undefined;
    return got;
  }
}
