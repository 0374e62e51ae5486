import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many items are read at a time. */
export const PAGE_SIZE = 50;

/** After so many pieces of work others have their turn. */
const WORK_PER_TURN = 10;

/** Lets others have their turn in between long work. */
export class Pace {
  private done = 0;

  /** To be awaited behind each piece of work. */
  async worked(): Promise<void> {
    this.done += 1;
    if (this.done % WORK_PER_TURN === 0) await nextTurn();
  }
}

/**
 * The items of page after page, each page read when the one before it is used up.
 * @param pageBehind the page behind an item, or the first one; a page that is not full is the last one
 */
export async function* paged<T>(pageBehind: (last: T | undefined) => readonly T[], pace: Pace): AsyncGenerator<T> {
  let last: T | undefined;
  for (;;) {
    const page = pageBehind(last);
    for (const item of page) {
      yield item;
      await pace.worked();
    }
    if (page.length < PAGE_SIZE) return;
    last = page.at(-1);
  }
}
