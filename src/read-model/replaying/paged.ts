import type { QuestionTurns } from '../reading/question-turns.js';

/** So many items are read at a time. */
export const PAGE_SIZE = 50;

/**
 * The items of page after page, each page read when the one before it is used up, others having their turn in between.
 * @param pageBehind the page behind an item, or the first one; a page that is not full is the last one
 */
export async function* paged<T>(pageBehind: (last: T | undefined) => readonly T[], turns: QuestionTurns): AsyncGenerator<T> {
  let last: T | undefined;
  for (;;) {
    const page = pageBehind(last);
    for (const item of page) {
      yield item;
      await turns.worked();
    }
    if (page.length < PAGE_SIZE) return;
    last = page.at(-1);
  }
}
