import type { CorrectionBody } from '../writing/amendment.schema.js';
import { toContent } from '../writing/report-body.js';
import type { CorrectReportRequest } from './correct-report.js';

/** A checked body as a correction. */
export function toCorrection(body: CorrectionBody, negotiation: string, id: string): Pick<CorrectReportRequest, 'correction' | 'statedId'> {
  const { reason, published, note, report } = body;
  return {
    correction: { type: 'ReportCorrected', negotiation, id, reason, published, note, report: toContent(report, negotiation, id) },
    statedId: report.id,
  };
}
