import type { ReadModelFile } from '../tables/read-model-file.js';
import { GrowingNumbers } from './growing-numbers.js';

/** Gives each two names the number of their list when they first come together. */
export class GrowingPairs extends GrowingNumbers<'pair'> {
  constructor(file: ReadModelFile) {
    super(file, 'pair');
  }

  listOf(first: number, second: number): number {
    return (
      this.known(first, second) ??
      this.earlier(first, second, first, second) ??
      this.add(first, second, { first, second, list: this.upcoming })
    );
  }
}
