import type { Day } from '../vocabulary/day.js';
import type { Reason } from '../vocabulary/events/report-corrections.js';

/** A correction or a removal, by what makes it count. `publishedHi` is null where the reason is `coding`. */
export interface Amendment {
  readonly reason: Reason;
  readonly publishedHi: Day | null;
}

/**
 * Which version is the content: the last one in force at K. Design 4, "In force".
 * @param knownBy K
 * @returns 0 for the original, n for the n-th correction
 */
export function versionInForce(corrections: readonly Amendment[], knownBy: Day): number {
  let content = 0;
  let previousInForce = true;
  corrections.forEach((correction, i) => {
    const inForce = correction.reason === 'source' ? isPublishedBy(correction, knownBy) : previousInForce;
    if (inForce) content = i + 1;
    previousInForce = inForce;
  });
  return content;
}

/** Whether a retraction, or a source's withdrawal, counts at K: `source` from its `published.hi` on, `coding` on every K. */
export function removes(removal: Amendment | null, knownBy: Day): boolean {
  return removal !== null && (removal.reason === 'coding' || isPublishedBy(removal, knownBy));
}

function isPublishedBy(amendment: Amendment, knownBy: Day): boolean {
  return amendment.publishedHi !== null && amendment.publishedHi <= knownBy;
}
