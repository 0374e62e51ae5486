import type { Over } from '../ports/spans.js';

const MS_PER_SECOND = 1_000;

/** When a thread worked on something, as it tells those who trace it. */
export interface Worked {
  /** Milliseconds since 1970, parts of them too: the same clock in all threads. */
  readonly begunAt: number;
  readonly endedAt: number;
}

/** The time now, by the clock that `Worked` is told in. */
export function exactly(): number {
  return performance.timeOrigin + performance.now();
}

/** The same as a span is told of. */
export function overIn({ begunAt, endedAt }: Worked): Over {
  return { seconds: (endedAt - begunAt) / MS_PER_SECOND, endedAt };
}
