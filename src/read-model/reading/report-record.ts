import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { isRemoval, type Reason, REMOVALS } from '../../vocabulary/events/report-corrections.js';
import type { LinkKind } from '../../vocabulary/events/report-links.js';
import { compare } from '../../vocabulary/compare.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { Row } from '../tables/definition.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { selectWhole, whereKey } from '../tables/row-sql.js';
import { SCOPE } from '../tables/scopes.js';
import { type Index, indexOf } from './opened-lists.js';
import { laterOf } from './later.js';

const LINK = selectWhole('link', whereKey('link'));
const LINKS_FROM = selectWhole('link', 'WHERE negotiation = ? AND report = ? AND event <= ? ORDER BY event');
const LINKS_TO = selectWhole('link', 'WHERE negotiation = ? AND target = ? AND event <= ? ORDER BY event');
const LINKS_FROM_BETWEEN = selectWhole('link', 'WHERE negotiation = ? AND report = ? AND event > ? AND event <= ? ORDER BY event');

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

/** Whether a report is recorded by R, visible or not. */
export function isRecorded(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): boolean {
  const index = indexOf(file);
  return index.reportNumber(negotiation, report, index.eventAt(recordedBy)) !== undefined;
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
  page: { readonly after: Position; readonly limit: number } = { after: BEFORE_ALL, limit: Infinity },
): ReportVersion[] {
  const index = indexOf(file);
  const r = index.eventAt(recordedBy);
  const number = index.reportNumber(negotiation, report, r);
  if (number === undefined) return [];
  const corrections = laterOf(index, SCOPE.report, number, r).filter(({ type }) => type === 'ReportCorrected');
  const first = index.eventAt(page.after) + 1;
  return [number, ...corrections.map(({ event }) => event)]
    .map((event, version) => ({ event, version }))
    .filter(({ event }) => event >= first)
    .slice(0, page.limit)
    .map(({ event, version }) => versionAt(index, event, version));
}

function versionAt(index: Index, number: number, version: number): ReportVersion {
  const { event, metadata } = index.stored(number);
  const { recordedAt, postedBy } = metadata;
  const amendment = event.type === 'ReportCorrected' ? event : { reason: null, published: null, note: null };
  const { reason, published, note } = amendment;
  return {
    version,
    position: String(index.positionOf(number)),
    recordedAt,
    postedBy,
    reason,
    published,
    note,
    content: index.content(number),
  };
}

/** The retractions and reinstatements of a report, or the withdrawals and readmissions of a source, recorded by R, oldest first. */
export function removalRecords(
  file: ReadModelFile,
  subject: 'report' | 'source',
  negotiation: string,
  id: string,
  recordedBy: Position,
): RemovalRecord[] {
  const index = indexOf(file);
  const r = index.eventAt(recordedBy);
  const number = subject === 'report' ? index.reportNumber(negotiation, id, r) : index.names.numberOf('source', negotiation, id);
  if (number === undefined) return [];
  return laterOf(index, SCOPE[subject], number, r).flatMap(({ event }) => removalAt(index, event));
}

function removalAt(index: Index, number: number): RemovalRecord[] {
  const { event, metadata } = index.stored(number);
  if (!isRemoval(event)) return [];
  const { recordedAt, postedBy } = metadata;
  const { type, reason, published, note } = event;
  return [{ kind: REMOVALS[type], position: String(index.positionOf(number)), recordedAt, postedBy, reason, published, note }];
}

/** The revision of a report's stream at R. */
export function revisionOf(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): string {
  const index = indexOf(file);
  const r = index.eventAt(recordedBy);
  const number = index.reportNumber(negotiation, report, r);
  const last = number === undefined ? undefined : laterOf(index, SCOPE.report, number, r).at(-1);
  return String(last?.revision ?? 0);
}

/** The links from a report and to it, as recorded by R. */
export function linksOf(file: ReadModelFile, negotiation: string, report: string, recordedBy: Position): LinkView[] {
  const index = indexOf(file);
  const r = index.eventAt(recordedBy);
  const name = index.names.numberOf('negotiation', '', negotiation) ?? -1;
  const held = (sql: typeof LINKS_FROM): Row<'link'>[] => lastOfEach(file.all(sql, name, report, r));
  const from = held(LINKS_FROM).sort((a, b) => compare(a.kind, b.kind) || compare(a.target, b.target));
  const to = held(LINKS_TO).sort((a, b) => compare(a.kind, b.kind) || compare(a.report, b.report));
  return [
    ...from.map(({ kind, target }) => ({ kind: kind as LinkKind, to: target })),
    ...to.map(({ kind, report: other }) => ({ kind: kind as LinkKind, from: other })),
  ];
}

/** Whether the link that was made at a position still holds at R. */
export function linksHeldBy(file: ReadModelFile, negotiation: string, madeAt: Position, recordedBy: Position): boolean {
  const index = indexOf(file);
  const name = index.names.numberOf('negotiation', '', negotiation) ?? -1;
  const event = index.eventAt(madeAt);
  const made = file.get(LINK, name, index.subjectOf(event), event);
  if (made === undefined) return false;
  const same = file.all(LINKS_FROM_BETWEEN, name, made.report, event, index.eventAt(recordedBy));
  return !same.some(({ kind, target, made: isMade }) => isMade === 0 && kind === made.kind && target === made.target);
}

/** Of links that were made and taken away, those that were made last. */
function lastOfEach(rows: readonly Row<'link'>[]): Row<'link'>[] {
  const last = new Map(rows.map((row) => [`${row.report} ${row.kind} ${row.target}`, row]));
  return [...last.values()].filter(({ made }) => made === 1);
}
