import { type RemovalBody, removalSchema } from '../writing/amendment.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { ANY_REVISION } from '../writing/precondition.js';
import { retractReport } from './retract-report.js';

export const retractionImport: ImportKind = {
  entry: 'retraction',
  schema: removalSchema,
  toTask(body, id, negotiation, sender) {
    const retraction = { type: 'ReportRetracted' as const, negotiation, id, ...(body as RemovalBody) };
    const request = { ...sender, negotiation, id, precondition: ANY_REVISION, retraction };
    return task(retractReport, request);
  },
};
