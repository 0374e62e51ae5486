import type { Progress } from './progress.js';

const MS_PER_SECOND = 1_000;

/** How far an import is: by the bytes that were sent, where it is known how many there are; lines as they are settled. */
export class ImportProgress {
  private readonly startedAt = performance.now();
  private sent = 0;
  private lines = 0;

  /** @param size of all that is sent, in bytes; undefined where nobody knows */
  constructor(
    private readonly progress: Progress,
    private readonly size: number | undefined,
  ) {}

  /** The same bytes, counted as they are taken. */
  async *counted(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of bytes) {
      this.sent += chunk.length;
      yield chunk;
    }
  }

  lineIsDone(): void {
    this.lines += 1;
    const seconds = (performance.now() - this.startedAt) / MS_PER_SECOND;
    const { size, sent } = this;
    const percent = size === undefined || size === 0 ? undefined : (100 * sent) / size;
    const figures = [`${String(this.lines)} lines`, `${String(Math.round(this.lines / seconds))} lines/s`];
    if (percent !== undefined && percent > 0) figures.push(`${String(Math.ceil((seconds * (100 - percent)) / percent))} s left`);
    this.progress.show('importing', percent, figures);
  }

  end(): void {
    this.progress.end(this.size !== undefined && this.sent === this.size);
  }
}
