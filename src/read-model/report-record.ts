import type { ReportContent } from '../vocabulary/events/report-content.js';
import { type Reason, REMOVALS } from '../vocabulary/events/report-corrections.js';
import type { LinkKind } from '../vocabulary/events/report-links.js';
import type { Position } from '../vocabulary/position.js';
import type { ReportedDate } from '../vocabulary/reported-date.js';
import { numberOfReport } from './names.js';
import type { ReadModelFile } from './read-model-file.js';

/** One content that a report had, first recorded or corrected. */
export interface ReportVersion {
  readonly version: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  /** null for the original. */
  readonly reason: Reason | null;
  readonly published: ReportedDate | null;
  readonly note: string | null;
  readonly content: ReportContent;
}

/** A retraction of a report or a withdrawal of a source, or what takes it back. */
export interface RemovalRecord {
  readonly kind: (typeof REMOVALS)[keyof typeof REMOVALS];
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  readonly reason: Reason;
  readonly published: ReportedDate | null;
  readonly note: string | null;
}

export type LinkView = { readonly kind: LinkKind } & ({ readonly to: string } | { readonly from: string });

interface AmendmentRow {
  readonly position: number;
  readonly recorded_at: string;
  readonly posted_by: string;
  readonly reason: Reason | null;
  readonly published: string | null;
  readonly note: string | null;
}

interface RemovalRow extends AmendmentRow {
  readonly reason: Reason;
  readonly takes_back: 0 | 1;
}

interface ContentRow extends Omit<AmendmentRow, 'position'> {
  readonly content: number;
  readonly version: number;
  readonly body: string;
}

/**
 * Contents of a report recorded by R, oldest first; none where there is no such report.
 * @param page those behind a position, and how many; without it all
 */
export function reportVersions(
  file: ReadModelFile,
  negotiation: string,
  report: string,
  recordedBy: Position,
  page: { readonly after: Position; readonly limit: number } = { after: 0n, limit: -1 },
): ReportVersion[] {
  const number = numberOfReport(file, negotiation, report, recordedBy);
  if (number === undefined) return [];
  return file
    .allBy<ContentRow>(
      `SELECT * FROM content WHERE content = $report AND content > $after UNION ALL
       SELECT * FROM content WHERE report = $report AND version > 0 AND content > $after AND content <= $r ORDER BY version LIMIT $limit`,
      { $report: number, $r: recordedBy, $after: page.after, $limit: page.limit },
    )
    .map((row) => ({
      version: row.version,
      position: String(row.content),
      recordedAt: row.recorded_at,
      postedBy: row.posted_by,
      reason: row.reason,
      published: dateOf(row.published),
      note: row.note,
      content: JSON.parse(row.body) as ReportContent,
    }));
}

/** The retractions and reinstatements of a report, or the withdrawals and readmissions of a source, recorded by R, oldest first. */
export function removalRecords(
  file: ReadModelFile,
  subject: 'report' | 'source',
  negotiation: string,
  id: string,
  recordedBy: Position,
): RemovalRecord[] {
  return file
    .all<RemovalRow>(
      'SELECT * FROM removal WHERE negotiation = ? AND subject = ? AND id = ? AND position <= ? ORDER BY position',
      negotiation,
      subject,
      id,
      recordedBy,
    )
    .map((row) => ({
      kind: KINDS_OF_REMOVAL[subject][row.takes_back],
      position: String(row.position),
      recordedAt: row.recorded_at,
      postedBy: row.posted_by,
      reason: row.reason,
      published: dateOf(row.published),
      note: row.note,
    }));
}

const KINDS_OF_REMOVAL = {
  report: [REMOVALS.ReportRetracted, REMOVALS.ReportReinstated],
  source: [REMOVALS.SourceWithdrawn, REMOVALS.SourceReadmitted],
} as const;

/** The revision of a report's stream at R. */
export function revisionOf(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): string {
  const row = file.get<{ revision: number }>(
    'SELECT revision FROM later_revision WHERE report = ? AND position <= ? ORDER BY position DESC LIMIT 1',
    numberOfReport(file, negotiation, report, recordedBy) ?? null,
    recordedBy,
  );
  return String(row?.revision ?? 0);
}

/** The links from a report and to it, as recorded by R. */
export function linksOf(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): LinkView[] {
  const held = 'AND r_from <= ? AND ? < r_to ORDER BY kind';
  const from = file.all<{ kind: LinkKind; target: string }>(
    `SELECT kind, target FROM link WHERE negotiation = ? AND report = ? ${held}, target`,
    negotiation,
    report,
    recordedBy,
    recordedBy,
  );
  const to = file.all<{ kind: LinkKind; report: string }>(
    `SELECT kind, report FROM link WHERE negotiation = ? AND target = ? ${held}, report`,
    negotiation,
    report,
    recordedBy,
    recordedBy,
  );
  return [...from.map(({ kind, target }) => ({ kind, to: target })), ...to.map(({ kind, report: other }) => ({ kind, from: other }))];
}

function dateOf(column: string | null): ReportedDate | null {
  return column === null ? null : (JSON.parse(column) as ReportedDate);
}

/** Whether the link that was made at a position still holds at R. */
export function linksHeldBy(file: ReadModelFile, negotiation: string, madeAt: Position, recordedBy: Position): boolean {
  const row = file.get('SELECT 1 FROM link WHERE negotiation = ? AND r_from = ? AND r_to > ?', negotiation, madeAt, recordedBy);
  return row !== undefined;
}
