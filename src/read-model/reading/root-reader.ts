import type { Position } from '../../vocabulary/position.js';
import { placeInGroup } from '../tables/groups.js';
import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { hexOf, ROOT_WORDS } from '../tables/root-words.js';
import { indexOf } from './opened-lists.js';

/**
 * The root of the log up to a position, in hexadecimal digits: that of nothing before its first event. undefined in a file that an older version
 * of the program has filled.
 */
export function rootAt(file: ReadModelFile, position: Position): string | undefined {
  const index = indexOf(file);
  const event = index.eventAt(position);
  if (event === 0) return hexOf(new Int32Array(ROOT_WORDS));
  const start = placeInGroup(event) * ROOT_WORDS;
  const words = index.lists.numbers(LIST_KINDS.roots, event >> GROUP_SHIFT, event).subarray(start, start + ROOT_WORDS);
  return words.length === ROOT_WORDS ? hexOf(words) : undefined;
}
