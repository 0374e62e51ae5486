import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModel } from '../../read-model/read-model.js';
import type { RecordedReplay } from '../../read-model/replay-reader.js';
import type { Step } from '../../rules/replay/step.js';
import { IDLE } from './replay-body.js';

/**
 * The steps up to the head, then each as it is recorded, for ever. Nothing is kept for a client that is slow: the steps are
 * worked out from the read model when they are asked for.
 * @param heartbeat milliseconds of silence after which it says that it is idle
 * @param signal ends it, even while it waits
 */
export async function* liveSteps(
  readModel: ReadModel,
  replay: RecordedReplay,
  heartbeat: number,
  signal: AbortSignal,
): AsyncGenerator<Step | typeof IDLE> {
  const news = new News(readModel, signal);
  try {
    // The first chunk sends the headers: without it a client would not learn that it is connected.
    yield IDLE;
    for (;;) {
      yield* replay.upTo(readModel.applied);
      const moved = await news.next(heartbeat);
      if (signal.aborted) return;
      if (!moved) yield IDLE;
    }
  } finally {
    news.stop();
  }
}

/** Tells whether the read model moved since it was last asked. */
class News {
  private isFresh = false;
  private waiting = new AbortController();
  private readonly unlisten: () => void;

  constructor(
    readModel: ReadModel,
    private readonly signal: AbortSignal,
  ) {
    this.unlisten = readModel.onApplied(() => {
      this.isFresh = true;
      this.waiting.abort();
    });
  }

  /** Settles at once where it moved already, else when it moves, after the limit or at the end. @param limit milliseconds */
  async next(limit: number): Promise<boolean> {
    if (!this.isFresh) {
      this.waiting = new AbortController();
      await pause(limit, undefined, { signal: AbortSignal.any([this.waiting.signal, this.signal]) }).catch(() => undefined);
    }
    const isFresh = this.isFresh;
    this.isFresh = false;
    return isFresh;
  }

  stop(): void {
    this.unlisten();
  }
}
