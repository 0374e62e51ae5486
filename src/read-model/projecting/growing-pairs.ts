import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

const PAIRS = {
  last: 'SELECT max(list) AS last FROM pair',
  find: 'SELECT list FROM pair WHERE first = ? AND second = ?',
  insert: 'INSERT INTO pair (list, first, second) VALUES (?, ?, ?)',
};

/** Gives each two names the number of their list when they first come together. */
export class GrowingPairs extends GrowingNumbers {
  constructor(file: ReadModelFile) {
    super(file, PAIRS);
  }

  listOf(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    return this.known(key) ?? this.earlier(key, first, second) ?? this.next(key, first, second);
  }
}
