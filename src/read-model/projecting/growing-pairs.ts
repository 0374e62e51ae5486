import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

/** Gives each two names the number of their list when they first come together. */
export class GrowingPairs extends GrowingNumbers<'pair'> {
  constructor(file: ReadModelFile) {
    super(file, 'pair');
  }

  listOf(first: number, second: number): number {
    const key = first * 2 ** 26 + second;
    return this.known(key) ?? this.earlier(key, first, second) ?? this.add(key, { first, second, list: this.upcoming });
  }
}
