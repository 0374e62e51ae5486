import { rootOf } from '../../event-store/event-hash.js';
import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { ROOT_BYTES, ROOT_WORDS, wordsIn, writeWords } from '../tables/root-words.js';
import type { GrowingLists } from './growing-lists.js';

/** The running root of the log, kept behind each event in the transaction that applies it. */
export class GrowingRoot {
  /** The root, and behind it the hash of the event that is applied. */
  private readonly both = Buffer.alloc(2 * ROOT_BYTES);
  private isKnown = false;

  /** @param events how many are in the file */
  constructor(
    private readonly lists: GrowingLists,
    private readonly events: () => number,
  ) {}

  /** Goes on by an event. @param hash of the event, as words @returns the root behind it, as words */
  behind(hash: Int32Array): number[] {
    if (!this.isKnown) this.takeUp();
    writeWords(hash, this.both, ROOT_BYTES);
    const root = rootOf(this.both);
    root.copy(this.both);
    return wordsIn(root);
  }

  /** What was gathered is dropped: it goes on from what is in the file. */
  forget(): void {
    this.isKnown = false;
  }

  private takeUp(): void {
    const event = this.events();
    const start = placeInGroup(event) * ROOT_WORDS;
    if (event === 0) this.both.fill(0);
    else writeWords(this.lists.numbers(LIST_KINDS.roots, event >> GROUP_SHIFT).subarray(start, start + ROOT_WORDS), this.both, 0);
    this.isKnown = true;
  }
}
