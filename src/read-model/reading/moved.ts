import { LIST_KINDS } from '../tables/list-kinds.js';
import type { Index } from './opened-lists.js';

/** Of an issue: which contents came to it or left it because a proposition moved, and with which event, in order. */
export type Moved = ReadonlyMap<number, readonly { readonly event: number; readonly isIn: boolean }[]>;

/**
 * Undefined where nothing ever moved, as is nearly always so. To be asked behind the list that it is held against: it must tell of all that this holds.
 * @param issue the number of its name
 */
export function movedOf(index: Index, issue: number, r: number): Moved | undefined {
  const numbers = index.lists.numbers(LIST_KINDS.moved, issue, Math.max(r, index.lists.newest));
  if (numbers.length === 0) return undefined;
  const moved = new Map<number, { event: number; isIn: boolean }[]>();
  for (let i = 0; i < numbers.length; i += 3) {
    const [content, event, isIn] = [numbers[i] as number, numbers[i + 1] as number, numbers[i + 2] === 1];
    const moves = moved.get(content);
    if (moves) moves.push({ event, isIn });
    else moved.set(content, [{ event, isIn }]);
  }
  return moved;
}

/** Whether a content that an issue's lists hold is of that issue at R. */
export function isFiled(moved: Moved | undefined, content: number, r: number): boolean {
  const moves = moved?.get(content);
  if (moves === undefined) return true;
  const last = moves.findLast(({ event }) => event <= r);
  // Before its first move it was where that one did not bring it.
  return last === undefined ? moves[0]?.isIn !== true : last.isIn;
}
