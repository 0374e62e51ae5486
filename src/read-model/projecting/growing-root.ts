import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { ROOT_WORDS } from '../tables/root-words.js';
import { RunningRoot } from '../tables/running-root.js';
import type { GrowingLists } from './growing-lists.js';

/** The running root of the log, kept behind each event in the transaction that applies it; as words. */
export class GrowingRoot {
  private readonly running = new RunningRoot();
  private isKnown = false;

  /** @param events how many are in the file */
  constructor(
    private readonly lists: GrowingLists,
    private readonly events: () => number,
  ) {}

  /** Goes on by an event. @param hash of the event @returns the root behind it */
  behind(hash: readonly number[]): readonly number[] {
    if (!this.isKnown) this.takeUp();
    return this.running.behind(hash);
  }

  /** Goes on by an event, where its root was worked out elsewhere. @returns that */
  standAt(root: readonly number[]): readonly number[] {
    this.running.standAt(root);
    this.isKnown = true;
    return root;
  }

  /** What was gathered is dropped: it goes on from what is in the file. */
  forget(): void {
    this.isKnown = false;
  }

  private takeUp(): void {
    const event = this.events();
    const start = placeInGroup(event) * ROOT_WORDS;
    this.standAt(
      event === 0
        ? new Array<number>(ROOT_WORDS).fill(0)
        : [...this.lists.numbers(LIST_KINDS.roots, event >> GROUP_SHIFT).subarray(start, start + ROOT_WORDS)],
    );
  }
}
