import type { ReadModelFile } from '../../read-model/tables/read-model-file.js';
import type { RegistryReader } from '../../read-model/reading/registry-reader.js';
import { linksOf, reportVersions, revisionOf } from '../../read-model/reading/report-record.js';
import type { VisibleReport } from '../../rules/scene.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { Position } from '../../vocabulary/position.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';

/** A content without what the path of the answer says. */
export type ContentView = Omit<ReportContent, 'negotiation' | 'data'> & { readonly data: object };

/** A content as answers show it: a relative date counts from the date of its source unless it says otherwise. */
export function contentView(content: ReportContent, entries: RegistryReader): ContentView {
  const { negotiation: _, id, type, occurred, data, ...rest } = content;
  const published = entries.entry('source', content.source.id)?.entry.published.edtf ?? null;
  const dates = Object.fromEntries(
    Object.entries(data as object).map(([field, value]: [string, unknown]) => [
      field,
      field === 'scheduledFor' || field === 'until' ? anchored(value as ReportedDate | null, published) : value,
    ]),
  );
  return { id, type, occurred: anchored(occurred, published), ...rest, data: dates };
}

/** A visible report as answers show it: the content in force, and how it came to be recorded. */
export function reportView(report: VisibleReport, negotiation: string, recordedBy: Position, entries: RegistryReader, file: ReadModelFile) {
  const { id, content, certainty, uncertain } = report;
  const [original, ...corrections] = reportVersions(file, negotiation, id, recordedBy);
  return {
    ...contentView(content, entries),
    certainty,
    uncertain,
    revision: revisionOf(file, negotiation, id, recordedBy),
    position: original?.position,
    recordedAt: original?.recordedAt,
    postedBy: original?.postedBy,
    corrections: corrections.map(({ content: _, version: __, ...correction }) => correction),
    links: linksOf(file, negotiation, id, recordedBy),
  };
}

function anchored(date: ReportedDate | null, published: string | null): ReportedDate | null {
  return date?.basis === 'relative' && date.anchor === null ? { ...date, anchor: published } : date;
}
