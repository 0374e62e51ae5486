/** How much is measured. */
export interface BenchOptions {
  /** Within a minute, on small logs: shows that it runs, and where to look. */
  readonly isQuick: boolean;
  /** Numbers of reports, the smallest first. */
  readonly sizes: readonly number[];
  /** Names of measures; empty: all. */
  readonly only: readonly string[];
  /** A folder that is kept, and whose logs are used again; undefined: one that is removed at the end. */
  readonly keep: string | undefined;
  /** What the benchmark of another version printed of the same history; undefined: nothing to compare with. */
  readonly before: string | undefined;
  readonly seed: number;
}

const FULL_SIZES = [1_000, 10_000, 100_000, 1_000_000];
const QUICK_SIZES = [1_000, 10_000];

/** The sizes up to the largest one that is wanted, which is always among them. */
export function sizesUpTo(largest: number | undefined, isQuick: boolean): number[] {
  const sizes = isQuick ? QUICK_SIZES : FULL_SIZES;
  if (largest === undefined) return sizes;
  return [...sizes.filter((size) => size < largest), largest];
}
