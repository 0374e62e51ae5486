import type { Random } from './random.js';

/** Items of which the k-th is picked with a weight of 1 / k^exponent (Zipf): the first one far more often than the last. */
export class Skewed<T> {
  private readonly reached: readonly number[];

  constructor(
    private readonly items: readonly T[],
    exponent: number,
  ) {
    let sum = 0;
    this.reached = items.map((_, i) => (sum += 1 / (i + 1) ** exponent));
  }

  pick(random: Random): T {
    const point = random.next() * (this.reached.at(-1) ?? 0);
    const picked = this.items[this.reached.findIndex((sum) => point < sum)];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  }
}
