/** How long the store waits. All in milliseconds. */
export interface Limits {
  /** For one try of a call. */
  readonly tryMs: number;
  /** For a call with all its retries, from the last sign of life on; then it is StoreUnavailable. */
  readonly totalMs: number;
  /** Before the first retry; it doubles up to `longestWaitMs`. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** After the loss of a cluster's leader appends went on within 3 s where it was measured. */
export const DEFAULT_LIMITS: Limits = { tryMs: 4_000, totalMs: 10_000, firstWaitMs: 50, longestWaitMs: 1_000 };
