import { type Removal, takesBack } from '../../vocabulary/events/report-corrections.js';

/** The removal that stands: the latest, unless it takes another one back. */
export function standingRemoval<R extends Removal>(removals: readonly R[]): R | null {
  const latest = removals.at(-1);
  return latest === undefined || takesBack(latest) ? null : latest;
}
