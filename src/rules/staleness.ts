import type { Day } from '../vocabulary/day.js';
import { byEnd, greatest } from './order.js';
import type { VisibleReport } from './scene.js';

export interface LastEvidence {
  readonly report: string;
  readonly occurred: string;
  readonly ageDays: number;
}

export interface Staleness {
  readonly lastEvidence: LastEvidence | null;
  readonly stale: boolean;
}

/**
 * `ageDays` = D − the latest `O.hi` among the certain reports; without one: null, false. Design 4, "Staleness".
 * @param reports the visible ones
 * @param staleAfterDays above this many days it is stale
 */
export function staleness(reports: readonly VisibleReport[], asOf: Day, staleAfterDays: number): Staleness {
  const latest = greatest(
    reports.filter(({ certainty }) => certainty === 'certain'),
    byEnd,
  );
  if (latest === undefined) return { lastEvidence: null, stale: false };
  const ageDays = asOf - latest.occurred.hi;
  return { lastEvidence: { report: latest.id, occurred: latest.occurredAsWritten, ageDays }, stale: ageDays > staleAfterDays };
}
