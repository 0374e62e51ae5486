import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { Day } from '../../src/vocabulary/day.js';
import { type DayWindow, windowOf } from '../../src/vocabulary/edtf-window.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { SourceEntry } from '../../src/vocabulary/events/registry-entries.js';
import { entriesAt, known } from './registry.js';
import { type ReportInForce, reportsInForce } from './reports-in-force.js';

/** On which axes a visible report is not certain. */
export type Uncertain = readonly ('occurred' | 'published')[];

export interface VisibleReport extends ReportInForce {
  /** O, its ends lowered to the end of P. */
  readonly occurred: DayWindow;
  /** P */
  readonly published: DayWindow;
  /** EDTF: P as the entry of the source has it at R. */
  readonly publishedAsWritten: string;
  readonly certainty: Certainty;
  readonly uncertain: Uncertain;
}

/** The reports that count at (D, K, R), in the order of their recording. Design 4, "Visible". */
export function visibleReports(log: readonly Recorded[], negotiation: string, at: At): VisibleReport[] {
  const sources = entriesAt(log, negotiation, 'source', at.recordedBy);
  return reportsInForce(log, negotiation, at)
    .map((report) => dated(report, known(sources, report.content.source.id), at))
    .filter((report) => report.published.lo <= at.knownBy && report.occurred.lo <= at.asOf)
    .filter((report) => at.certainty === 'any' || report.certainty === 'certain')
    .filter(({ content }) => at.without?.includes(content.source.id) !== true);
}

function dated(report: ReportInForce, source: SourceEntry, at: At): VisibleReport {
  const publishedAsWritten = source.published.edtf;
  const published = windowOf(publishedAsWritten);
  const occurred = lowered(report.content.occurred === null ? published : windowOf(report.content.occurred.edtf), published.hi);
  const uncertain: Uncertain = [
    ...(occurred.hi <= at.asOf ? [] : (['occurred'] as const)),
    ...(published.hi <= at.knownBy ? [] : (['published'] as const)),
  ];
  return { ...report, occurred, published, publishedAsWritten, uncertain, certainty: uncertain.length === 0 ? 'certain' : 'possible' };
}

/** What is reported has happened by the time it is reported. */
function lowered(window: DayWindow, latest: Day): DayWindow {
  return { lo: Math.min(window.lo, latest), hi: Math.min(window.hi, latest) };
}
