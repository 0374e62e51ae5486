import { removalController } from '../writing/removal-controller.js';
import { removeReport } from '../writing/remove-report.js';

export const RetractReportController = removalController({
  type: 'ReportRetracted',
  decider: removeReport,
  noun: 'report',
  operationId: 'retractReport',
  summary: 'Retract a report; a reinstatement takes that back',
  refusedBy: 'report-retracted',
});
