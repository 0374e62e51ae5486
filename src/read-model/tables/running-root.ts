import { putRootBehind } from '../../event-store/event-hash.js';
import { ROOT_BYTES, wordsIn, writeWords } from './root-words.js';

/** The running root of a log as it goes on event by event, from that of nothing; as words. */
export class RunningRoot {
  /** The root, and behind it the hash of the last event. */
  private readonly both = Buffer.alloc(2 * ROOT_BYTES);
  private readonly root = this.both.subarray(0, ROOT_BYTES);

  /** It stands at a root. */
  standAt(root: ArrayLike<number>): void {
    writeWords(root, this.both, 0);
  }

  /** Goes on by an event. @param hash of the event @returns the root behind it */
  behind(hash: ArrayLike<number>): number[] {
    writeWords(hash, this.both, ROOT_BYTES);
    putRootBehind(this.both);
    return wordsIn(this.root);
  }
}
