import type { At } from '../../src/vocabulary/axes.js';
import type { Day } from '../../src/vocabulary/day.js';
import { isReport, type Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Position } from '../../src/vocabulary/position.js';
import { isKnown } from './erratum.js';
import { isRemoved } from './removal.js';

/** A report with its content in force. */
export interface ReportInForce {
  readonly id: string;
  readonly content: ReportContent;
  readonly firstPosition: Position;
}

/** The reports recorded by R that nothing removes at K, each with its last version in force. Design 4, "In force". */
export function reportsInForce(log: readonly Recorded[], negotiation: string, at: At): ReportInForce[] {
  const recorded = log.filter(({ position, event }) => position <= at.recordedBy && event.negotiation === negotiation);
  const corrections = Map.groupBy(recorded, ({ event }) => (event.type === 'ReportCorrected' ? event.id : undefined));
  const removals = recorded.filter(({ event }) => REMOVING.has(event.type));
  const isGone = (kind: 'report' | 'source', id: string) => isRemoved(removals, kind, id, at.knownBy);
  const reports: ReportInForce[] = [];
  for (const { event, position } of recorded) {
    if (!isReport(event)) continue;
    const content = contentInForce(event, corrections.get(event.id) ?? [], at.knownBy);
    if (isGone('report', event.id) || isGone('source', content.source.id)) continue;
    reports.push({ id: event.id, content, firstPosition: position });
  }
  return reports;
}

const REMOVING: ReadonlySet<string> = new Set(['ReportRetracted', 'ReportReinstated', 'SourceWithdrawn', 'SourceReadmitted']);

/** Each correction is one of the version before it; the last version in force is the content. */
function contentInForce(original: ReportContent, corrections: readonly Recorded[], knownBy: Day): ReportContent {
  let isInForce = true;
  let content = original;
  for (const { event } of corrections) {
    if (event.type !== 'ReportCorrected') continue;
    isInForce = event.reason === 'coding' ? isInForce : isKnown(event, knownBy);
    if (isInForce) content = event.report;
  }
  return content;
}
