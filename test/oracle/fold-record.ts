import { compare } from '../../src/vocabulary/compare.js';
import { isReport, type Recorded } from '../../src/vocabulary/events/log-event.js';
import type { LinkKind } from '../../src/vocabulary/events/report-links.js';
import type { Position } from '../../src/vocabulary/position.js';

/** A link as one of its ends shows it. */
export type LinkItem = { readonly kind: LinkKind; readonly to: string } | { readonly kind: LinkKind; readonly from: string };

/** How a report came to be recorded. */
export interface ReportRecord {
  /** Of the last event of the report. */
  readonly revision: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly postedBy: string;
  /** Their notes, the oldest first. */
  readonly corrections: readonly string[];
  /** Those from it, then those to it; by kind and the other report. */
  readonly links: readonly LinkItem[];
}

/** What was recorded of a report by R. @throws Error where nothing was */
export function foldRecord(log: readonly Recorded[], negotiation: string, report: string, recordedBy: Position): ReportRecord {
  const recorded = log.filter(({ position, event }) => position <= recordedBy && event.negotiation === negotiation);
  const events = recorded.filter(({ event }) => isOf(event, report));
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${report} is not recorded by then`);
  const { recordedAt, postedBy } = first.metadata;
  return {
    revision: String(last.revision),
    position: String(first.position),
    recordedAt,
    postedBy,
    corrections: events.flatMap(({ event }) => (event.type === 'ReportCorrected' ? [event.note] : [])),
    links: linksOf(recorded, report),
  };
}

const BEHIND_A_REPORT: ReadonlySet<string> = new Set([
  ...['ReportCorrected', 'ReportRetracted', 'ReportReinstated', 'ReportsLinked', 'ReportsUnlinked'],
]);

function isOf(event: Recorded['event'], report: string): boolean {
  return event.id === report && (isReport(event) || BEHIND_A_REPORT.has(event.type));
}

function linksOf(recorded: readonly Recorded[], report: string): LinkItem[] {
  const links = new Map<string, { kind: LinkKind; id: string; to: string }>();
  for (const { event } of recorded) {
    if (event.type !== 'ReportsLinked' && event.type !== 'ReportsUnlinked') continue;
    const { kind, id, to } = event;
    if (event.type === 'ReportsLinked') links.set(`${kind} ${id} ${to}`, { kind, id, to });
    else links.delete(`${kind} ${id} ${to}`);
  }
  const held = [...links.values()];
  const from = held.filter(({ id }) => id === report).toSorted((a, b) => compare(a.kind, b.kind) || compare(a.to, b.to));
  const to = held.filter((link) => link.to === report).toSorted((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
  return [...from.map((link) => ({ kind: link.kind, to: link.to })), ...to.map(({ kind, id }) => ({ kind, from: id }))];
}
