import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportBody } from './report.schema.js';

/** A checked body as the content of a report. */
export function toContent(body: ReportBody, negotiation: string, id: string): ReportContent {
  const { id: _, type, ...rest } = body;
  return { type, negotiation, ...rest, id } as ReportContent;
}
