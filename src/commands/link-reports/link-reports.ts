import { reportStream } from '../../event-store/stream-names.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { ReportsLinked, ReportsUnlinked } from '../../vocabulary/events/report-links.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { Decider, Request } from '../writing/decider.js';
import { reference } from '../writing/reference.js';
import { evolveReport, type ReportState } from '../writing/report-state.js';

export interface LinkReportsRequest extends Request {
  readonly link: ReportsLinked | ReportsUnlinked;
}

/** Links a report to another one, or takes a link away. Links change no rule. */
export const linkReports: Decider<LinkReportsRequest, ReportState> = {
  stream: ({ negotiation, id }) => reportStream(negotiation, id),
  subjects: ({ negotiation, id, link }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'report', id },
    ...(link.type === 'ReportsUnlinked' ? ([{ kind: 'report', id: link.to }] as const) : []),
  ],
  references: ({ link }) => (link.type === 'ReportsLinked' ? reference('report', link.to, ['to']) : []),
  evolve: evolveReport,
  decide,
};

/** @throws Refusal `invalid-body` for a link to itself, `not-found` for a link that is not there */
function decide({ id, link }: LinkReportsRequest, state: ReportState | undefined): LogEvent[] {
  const isLinked = state?.links.some(({ kind, to }) => kind === link.kind && to === link.to) ?? false;
  if (link.type === 'ReportsUnlinked') {
    if (isLinked) return [link];
    throw new Refusal('not-found', `The report "${id}" has no link ${link.kind} to "${link.to}".`);
  }
  if (link.to === id) {
    const detail = 'a report is not linked to itself';
    throw new Refusal('invalid-body', 'A link leads to another report.', [{ pointer: '#/to', code: 'same-report', detail }]);
  }
  return isLinked ? [] : [link];
}
