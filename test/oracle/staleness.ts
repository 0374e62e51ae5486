import type { Day } from '../../src/vocabulary/day.js';
import { reportsOn } from './issues-of-report.js';
import { latestFirst } from './order.js';
import type { StateAt } from './state-at.js';

export interface LastEvidence {
  readonly report: string;
  readonly occurred: string;
  readonly ageDays: Day;
}

/** The latest of the certain reports on an issue, and its age at D. Design 4, "Staleness". */
export function lastEvidenceOn(state: StateAt, issue: string): LastEvidence | null {
  const [latest] = latestFirst(reportsOn(state, issue).filter(({ certainty }) => certainty === 'certain'));
  if (latest === undefined) return null;
  return { report: latest.id, occurred: latest.occurredAsWritten, ageDays: state.at.asOf - latest.occurred.hi };
}

/** Without a report an issue is not stale. */
export function isStale(state: StateAt, evidence: LastEvidence | null): boolean {
  if (evidence === null || state.entry === undefined) return false;
  return evidence.ageDays > state.entry.staleAfterDays;
}
