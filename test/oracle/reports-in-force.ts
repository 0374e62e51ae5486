import type { At } from '../../src/vocabulary/axes.js';
import type { Day } from '../../src/vocabulary/day.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import { isReport, type LogEvent, type Recorded } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Reason } from '../../src/vocabulary/events/report-corrections.js';
import type { Position } from '../../src/vocabulary/position.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';

/** A report with its content in force. */
export interface ReportInForce {
  readonly id: string;
  readonly content: ReportContent;
  /** Where that content was recorded, as the original or as a correction. */
  readonly contentPosition: Position;
  readonly firstPosition: Position;
}

interface Version {
  readonly content: ReportContent;
  readonly position: Position;
  readonly inForce: boolean;
}

interface Announced {
  readonly reason: Reason;
  readonly published: ReportedDate | null;
}

/** The reports recorded by R that nothing has removed by K, each with its last version in force. Design 4, "In force". */
export function reportsInForce(log: readonly Recorded[], negotiation: string, at: At): ReportInForce[] {
  const recorded = log.filter(({ position, event }) => position <= at.recordedBy && event.negotiation === negotiation);
  const reports: ReportInForce[] = [];
  for (const { event, position } of recorded) {
    if (!isReport(event)) continue;
    const content = contentInForce(recorded, event, position, at.knownBy);
    if (isRemoved(recorded, event.id, content.content.source.id, at.knownBy)) continue;
    reports.push({ id: event.id, content: content.content, contentPosition: content.position, firstPosition: position });
  }
  return reports;
}

function contentInForce(recorded: readonly Recorded[], original: ReportContent, position: Position, knownBy: Day): Version {
  let version: Version = { content: original, position, inForce: true };
  let lastInForce = version;
  for (const { event, position } of recorded) {
    if (event.type !== 'ReportCorrected' || event.id !== original.id) continue;
    const inForce = event.reason === 'coding' ? version.inForce : isKnown(event, knownBy);
    version = { content: event.report, position, inForce };
    if (inForce) lastInForce = version;
  }
  return lastInForce;
}

function isRemoved(recorded: readonly Recorded[], report: string, source: string, knownBy: Day): boolean {
  const removes = (event: LogEvent) =>
    (event.type === 'ReportRetracted' && event.id === report) || (event.type === 'SourceWithdrawn' && event.id === source)
      ? event.reason === 'coding' || isKnown(event, knownBy)
      : false;
  return recorded.some(({ event }) => removes(event));
}

function isKnown({ published }: Announced, knownBy: Day): boolean {
  if (published === null) throw new Error('the reason "source" comes with the date of the erratum');
  return windowOf(published.edtf).hi <= knownBy;
}
