import { rootBehind } from '../../event-store/event-hash.js';
import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { hexOf, ROOT_WORDS, wordsOf } from '../tables/root-words.js';
import type { GrowingLists } from './growing-lists.js';

/** The running root of the log, kept behind each event in the transaction that applies it. */
export class GrowingRoot {
  private root: string | undefined;

  /** @param events how many are in the file */
  constructor(
    private readonly lists: GrowingLists,
    private readonly events: () => number,
  ) {}

  /** Goes on by an event. @param hash of the event, as words @returns the root behind it, as words */
  behind(hash: Int32Array): number[] {
    this.root = rootBehind(this.root ?? this.inFile(), hexOf(hash));
    return wordsOf(this.root);
  }

  /** What was gathered is dropped: it goes on from what is in the file. */
  forget(): void {
    this.root = undefined;
  }

  private inFile(): string {
    const event = this.events();
    if (event === 0) return hexOf(new Int32Array(ROOT_WORDS));
    const start = placeInGroup(event) * ROOT_WORDS;
    return hexOf(this.lists.numbers(LIST_KINDS.roots, event >> GROUP_SHIFT).subarray(start, start + ROOT_WORDS));
  }
}
