import type { Day } from '../../src/vocabulary/day.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { occurredAsWritten } from './as-written.js';
import { reportsOn } from './issues-of-report.js';
import { latestFirst } from './order.js';
import type { StateAt } from './state-at.js';
import { isGuess } from './voice.js';

export interface LastEvidence {
  readonly report: string;
  readonly occurred: string;
  readonly ageDays: Day;
}

/** The latest of the certain reports on an issue that are news, and its age at D. Design 4, "Staleness". */
export function lastEvidenceOn(state: StateAt, issue: string): LastEvidence | null {
  const [latest] = latestFirst(reportsOn(state, issue).filter(({ certainty, content }) => certainty === 'certain' && isNews(content)));
  if (latest === undefined) return null;
  return { report: latest.id, occurred: occurredAsWritten(latest), ageDays: state.at.asOf - latest.occurred.hi };
}

/** Without a report an issue is not stale. */
export function isStale(state: StateAt, evidence: LastEvidence | null): boolean {
  if (evidence === null || state.entry === undefined) return false;
  return evidence.ageDays > state.entry.staleAfterDays;
}

/** Background is no news, nor is what the source itself thinks. */
function isNews(content: ReportContent): boolean {
  return content.type !== 'ContextReported' && !isGuess(content);
}
