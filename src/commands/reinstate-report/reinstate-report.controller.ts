import { removalController } from '../writing/removal-controller.js';
import { removeReport } from '../writing/remove-report.js';

export const ReinstateReportController = removalController({
  type: 'ReportReinstated',
  decider: removeReport,
  noun: 'report',
  operationId: 'reinstateReport',
  summary: 'Take the retraction of a report back: the publisher did (source), or it was our mistake (coding)',
  refusedBy: 'nothing-to-undo',
});
