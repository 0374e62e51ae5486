import { reportStream } from '../../event-store/stream-names.js';
import type { ReportRemoval } from '../../vocabulary/events/report-corrections.js';
import type { Decider } from '../writing/decider.js';
import { decideRemoval, type RemovalRequest } from './removal.js';
import { evolveReport, type ReportState } from '../writing/report-state.js';

/** Retracts a report, or reinstates it; what was recorded of it is kept. */
export const removeReport: Decider<RemovalRequest<ReportRemoval>, ReportState> = {
  stream: ({ negotiation, id }) => reportStream(negotiation, id),
  subjects: ({ negotiation, id }) => [
    { kind: 'negotiation', id: negotiation },
    { kind: 'report', id },
  ],
  references: () => [],
  evolve: evolveReport,
  decide: decideRemoval,
};
