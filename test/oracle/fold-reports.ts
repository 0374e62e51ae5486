import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { byStrength } from './order.js';
import { type Uncertain, visibleReports } from './visible-reports.js';

export interface ReportItem {
  readonly id: string;
  readonly certainty: Certainty;
  readonly uncertain: Uncertain;
  readonly content: ReportContent;
}

/** The visible reports, each with its content in force, in the order of reports. */
export function foldReports(log: readonly Recorded[], negotiation: string, at: At): ReportItem[] {
  return visibleReports(log, negotiation, at)
    .toSorted(byStrength)
    .map(({ id, certainty, uncertain, content }) => ({ id, certainty, uncertain, content: structuredClone(content) }));
}
