import { firstNotBelow } from './halving.js';

/** Contents in the order of their numbers, each once. */
export class SortedContents {
  private constructor(readonly numbers: Int32Array) {}

  /** @param contents in any order, some more than once */
  static of(contents: readonly number[]): SortedContents {
    const numbers = Int32Array.from(contents).sort();
    return new SortedContents(numbers.filter((content, i) => content !== numbers[i - 1]));
  }

  has(content: number): boolean {
    return this.numbers[firstNotBelow(this.numbers, content)] === content;
  }
}
