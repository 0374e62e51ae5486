/** Waits that grow. */
export interface GrowingWait {
  /** Before the second try, in milliseconds; before each further one it is twice as long. */
  readonly firstMs: number;
  /** None is longer, in milliseconds. */
  readonly longestMs: number;
  /** 0 to 1, so that those who wait do not all come back at once; left out: none. */
  readonly jitter?: () => number;
}

/** How long is waited behind so many tries, in milliseconds: with jitter half of it to all of it. */
export function growingWaitMs({ firstMs, longestMs, jitter }: GrowingWait, tries: number): number {
  const longest = Math.min(firstMs * 2 ** (tries - 1), longestMs);
  return jitter === undefined ? longest : longest * (0.5 + jitter() / 2);
}
