import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { ROOT_WORDS } from '../tables/root-words.js';
import { RunningRoot } from '../tables/running-root.js';
import type { GrowingLists } from './growing-lists.js';

/** The running root of the log, kept behind each event in the transaction that applies it; as words. */
export class GrowingRoot {
  private readonly running = new RunningRoot();
  /** Undefined where it is to be looked up. */
  private last: ArrayLike<number> | undefined;

  /** @param events how many are in the file */
  constructor(
    private readonly lists: GrowingLists,
    private readonly events: () => number,
  ) {}

  /** Goes on by an event. @param hash of the event @returns the root behind it */
  behind(hash: ArrayLike<number>): readonly number[] {
    this.running.standAt((this.last ??= this.lastInFile()));
    const root = this.running.behind(hash);
    this.last = root;
    return root;
  }

  /** Goes on by an event, where its root was worked out elsewhere. @returns that */
  standAt(root: ArrayLike<number>): ArrayLike<number> {
    this.last = root;
    return root;
  }

  /** What was gathered is dropped: it goes on from what is in the file. */
  forget(): void {
    this.last = undefined;
  }

  private lastInFile(): ArrayLike<number> {
    const event = this.events();
    const start = placeInGroup(event) * ROOT_WORDS;
    return event === 0
      ? new Int32Array(ROOT_WORDS)
      : this.lists.numbers(LIST_KINDS.roots, event >> GROUP_SHIFT).slice(start, start + ROOT_WORDS);
  }
}
