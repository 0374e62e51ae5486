import { saysOf } from './meeting-reports.js';
import type { VisibleReport } from './visible-reports.js';

export interface Contesting {
  readonly report: string;
  readonly says: 'held' | 'cancelled' | 'on';
}

/**
 * The report that says otherwise of a meeting, if it may be as late as the one that decides. No status changes by it.
 * @param reports of the meeting, the latest first. Design 4, "contestedBy"
 */
export function contestingOf(deciding: VisibleReport, reports: readonly VisibleReport[]): Contesting[] {
  const otherwise = saysOf(deciding.content) === 'cancelled' ? 'on' : 'cancelled';
  const latest = reports.find(({ content }) => saysOf(content) === otherwise);
  return latest && latest.occurred.hi >= deciding.occurred.lo ? [{ report: latest.id, says: otherwise }] : [];
}
