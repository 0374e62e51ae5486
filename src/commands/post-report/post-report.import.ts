import { type MaybeAsRecorded, orAsRecorded } from '../writing/as-recorded.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { type ReportBody, reportSchema } from '../writing/report.schema.js';
import { toContent } from '../writing/report-body.js';
import { postReport } from './post-report.js';

export const reportImport: ImportKind = {
  entry: 'report',
  schema: orAsRecorded(reportSchema),
  body: reportSchema,
  toTask(line, id, negotiation, sender) {
    const { body, asRecorded } = line as MaybeAsRecorded<ReportBody>;
    return task(postReport, { ...sender, negotiation, id, report: toContent(body, negotiation, id), asRecorded }, 'report');
  },
};
