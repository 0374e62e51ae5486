import { reportStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Decider, Request } from '../writing/decider.js';
import { hiddenBy } from '../writing/hidden-by.js';
import { faultyDates } from '../writing/possible-dates.js';
import { referencesOfReport } from '../writing/reference.js';
import { evolveReport, latestContent, type ReportState } from '../writing/report-state.js';
import { sourceAsked, sourceIn, type SourceState } from '../writing/source-state.js';

export interface PostReportRequest extends Request {
  readonly report: ReportContent;
  /** Whether dates that cannot be are taken, since they were once. */
  readonly asRecorded?: boolean;
}

/** Records a report: exactly once, however often it is posted. */
export const postReport: Decider<PostReportRequest, ReportState, SourceState | undefined> = {
  stream: ({ negotiation, id }) => reportStream(negotiation, id),
  subjects: ({ negotiation }) => [{ kind: 'negotiation', id: negotiation }],
  references: ({ report }) => referencesOfReport(report),
  evolve: evolveReport,
  isRightOnNothing: () => true,
  reads: ({ negotiation, report }) => [sourceAsked(negotiation, report.source.id)],
  ask: async ({ negotiation, report }, state, model) => {
    const { source } = state ? latestContent(state) : report;
    return sourceIn(model, negotiation, source.id);
  },
  faults: ({ report, asRecorded }, state, source) => (state || asRecorded === true ? [] : faultyDates(report, source)),
  hiddenBy,
  brings: ({ report }, source) => ({ content: report, source, at: [] }),
  decide: ({ report }, state) => decide(report, state),
};

/**
 * One id has one content for ever: the first, or the one in force. Contradicting another report is no reason to refuse (design 5).
 * @throws Refusal `id-in-use`
 */
function decide(report: ReportContent, state: ReportState | undefined): LogEvent[] {
  if (state === undefined) return [report];
  if (sameContent(state.original, report) || sameContent(latestContent(state), report)) return [];
  throw new Refusal('id-in-use', `The report "${report.id}" has other content; correct it, or take another id.`, [
    { pointer: '#/id', code: 'id-in-use', detail: `"${report.id}" is the id of a report with other content` },
  ]);
}
