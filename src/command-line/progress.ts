import { SingleBar } from 'cli-progress';

const A_LINE_EVERY_MS = 5_000;

/** Shows how far something is, on stderr: a bar where a person looks on, else a line now and then. */
export interface Progress {
  /** @param percent undefined where the end is not known @param figures what else is known, such as a rate */
  show(what: string, percent: number | undefined, figures: readonly string[]): void;
  end(isComplete: boolean): void;
}

/** As fits what stderr is. */
export function progressOnStderr(): Progress {
  return process.stderr.isTTY ? new Bar() : new Lines();
}

class Bar implements Progress {
  private bar: SingleBar | undefined;

  show(what: string, percent: number | undefined, figures: readonly string[]): void {
    const shown = { what, figures: figures.join(' | ') };
    if (this.bar === undefined) {
      const format = percent === undefined ? '{what} | {figures}' : '{what} {bar} {percentage}% | {figures}';
      this.bar = new SingleBar({ format, hideCursor: true });
      this.bar.start(100, percent ?? 0, shown);
    }
    this.bar.update(Math.floor(percent ?? 0), shown);
  }

  end(isComplete: boolean): void {
    if (isComplete) this.bar?.update(100);
    this.bar?.stop();
  }
}

class Lines implements Progress {
  private lastAt: number | undefined;

  show(what: string, percent: number | undefined, figures: readonly string[]): void {
    const now = performance.now();
    if (this.lastAt !== undefined && now - this.lastAt < A_LINE_EVERY_MS) return;
    this.lastAt = now;
    const parts = [...(percent === undefined ? [] : [`${String(Math.floor(percent))} per cent`]), ...figures];
    process.stderr.write(`${what.trim()}: ${parts.join(', ')}\n`);
  }

  end(): void {
    this.lastAt = undefined;
  }
}
