import { reportStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { ReportRetracted } from '../../vocabulary/events/report-corrections.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Decider, Request } from '../writing/decider.js';
import { type Precondition, requireRevision } from '../writing/precondition.js';
import { evolveReport, type ReportState } from '../writing/report-state.js';

export interface RetractReportRequest extends Request {
  readonly retraction: ReportRetracted;
  readonly precondition: Precondition;
}

/** Removes a report for good; what was recorded of it is kept. */
export const retractReport: Decider<RetractReportRequest, ReportState> = {
  stream: ({ negotiation, id }) => reportStream(negotiation, id),
  subjects: ({ negotiation, id }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'report', id },
  ],
  references: () => [],
  evolve: evolveReport,
  decide,
};

/** @throws Refusal `report-retracted`, `revision-required`, `stale-revision` */
export function decide({ id, retraction, precondition }: RetractReportRequest, state: ReportState | undefined): LogEvent[] {
  if (state === undefined) throw new Refusal('not-found', `There is no report "${id}".`);
  if (state.retraction !== null) {
    if (sameContent(state.retraction, retraction)) return [];
    throw new Refusal('report-retracted', `The report "${id}" is retracted already, which is final.`);
  }
  requireRevision(precondition, state.last.revision);
  return [retraction];
}
