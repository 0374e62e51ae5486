import type { Day } from '../vocabulary/day.js';
import type { Reason } from '../vocabulary/events/report-corrections.js';

/** A correction or a removal, by what makes it count. `publishedHi` is null where the reason is `coding`. */
export interface Amendment {
  readonly reason: Reason;
  readonly publishedHi: Day | null;
}

/** A retraction of a report or a withdrawal of a source, or what takes that back: a reinstatement, a readmission. */
export interface CountedRemoval extends Amendment {
  readonly takesBack: boolean;
}

/**
 * Which version is the content: the last one in force at K. A correction by our coding is in force where the version before it is.
 * Design 4, "In force".
 * @param knownBy K
 * @returns 0 for the original, n for the n-th correction
 */
export function versionInForce(corrections: readonly Amendment[], knownBy: Day): number {
  let content = 0;
  let previousInForce = true;
  corrections.forEach((correction, i) => {
    const inForce = counts(correction, knownBy, previousInForce);
    if (inForce) content = i + 1;
    previousInForce = inForce;
  });
  return content;
}

/**
 * Whether a report is retracted, or a source withdrawn, at K: of the removals that count there the last recorded decides. One by our
 * coding counts on every K; where it takes a removal back, wherever that one counts. Design 4, "In force".
 * @param removals in the order in which they were recorded
 * @param knownBy K
 */
export function isRemoved(removals: readonly CountedRemoval[], knownBy: Day): boolean {
  let removed = false;
  let latestCounts = false;
  for (const removal of removals) {
    const { takesBack } = removal;
    const inForce = counts(removal, knownBy, takesBack ? latestCounts : true);
    if (inForce) removed = !takesBack;
    if (!takesBack) latestCounts = inForce;
  }
  return removed;
}

/** By the source: from its `published.hi` on. By our coding: where what it mends counts. */
function counts({ reason, publishedHi }: Amendment, knownBy: Day, whatItMendsCounts: boolean): boolean {
  if (reason === 'coding') return whatItMendsCounts;
  return publishedHi !== null && publishedHi <= knownBy;
}
