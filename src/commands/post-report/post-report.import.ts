import { type ReportBody, reportSchema } from '../writing/report.schema.js';
import { toContent } from '../writing/report-body.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { postReport } from './post-report.js';

export const reportImport: ImportKind = {
  entry: 'report',
  schema: reportSchema,
  toTask(body, id, negotiation, sender) {
    const request = { ...sender, negotiation, id, report: toContent(body as ReportBody, negotiation, id) };
    return task(postReport, request, 'report');
  },
};
