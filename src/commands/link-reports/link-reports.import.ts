import { type LinkBody, linkSchema } from '../writing/link.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { linkReports } from './link-reports.js';

export const linkImport: ImportKind = {
  entry: 'link',
  schema: linkSchema,
  toTask(body, id, negotiation, sender) {
    const request = { ...sender, negotiation, id, link: { type: 'ReportsLinked' as const, negotiation, id, ...(body as LinkBody) } };
    return task(linkReports, request);
  },
};
