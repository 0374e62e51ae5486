import type { Extracted } from '../read-model/extracting/extract-form.js';
import type { ExtractingAhead } from '../read-model/rebuilding/rebuild.js';
import type { Position } from '../vocabulary/position.js';
import type { ExtractData, FromExtractThread, ToExtractThread } from './extract-messages.js';
import { threadWithRoom } from './thread-with-room.js';

/**
 * So many batches may be under way, 12 MB in all: as many as are extracted while the other thread writes a commit, which waits for them afterwards if they
 * are fewer.
 */
const AHEAD = 32;

/** What a batch leaves behind. */
const MOST_YOUNG_MB = 24;

/** Has the embedded log read and extracted in a thread of its own, as long as somebody takes what it gives. */
export class ExtractingElsewhere implements ExtractingAhead {
  /** @param entry the program of the thread @param file of the log */
  constructor(
    private readonly entry: URL,
    private readonly file: string,
  ) {}

  async *batches(after: Position, upTo: Position): AsyncGenerator<Extracted> {
    const data: ExtractData = { file: this.file, after: String(after), upTo: String(upTo), ahead: AHEAD };
    const worker = threadWithRoom(this.entry, data, MOST_YOUNG_MB);
    const come: FromExtractThread[] = [];
    let wake: (() => void) | undefined;
    let failure: unknown;
    worker.on('message', (message: FromExtractThread) => {
      come.push(message);
      wake?.();
    });
    worker.on('error', (error) => {
      failure = error;
      wake?.();
    });
    try {
      for (;;) {
        while (come.length === 0 && failure === undefined) await new Promise<void>((resolve) => (wake = resolve));
        const message = come.shift();
        if (message === undefined) throw failure as Error;
        if (message.type === 'end') return;
        yield message.extracted;
        worker.postMessage({ type: 'taken' } satisfies ToExtractThread);
      }
    } finally {
      await worker.terminate();
    }
  }
}
