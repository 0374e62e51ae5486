import { compare } from '../../vocabulary/compare.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import { amendmentOf, countedRemoval } from '../amendment-of.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { claimantsOf } from '../../rules/claimants.js';
import { type Amendment, isRemoved, versionInForce } from '../../rules/in-force.js';
import { occurredWindow } from '../../rules/visibility.js';
import { dayBefore, toColumn } from '../columns.js';
import type { InForceRow } from '../in-force-row.js';
import type { Lookups, OpenRow, RecordedReport, SourceInfo, StoredReport, VersionInfo } from '../lookups.js';
import type { RowChange } from '../row-change.js';
import { begin, type Counting, end } from './counting.js';

/** Table `in_force` and those in the orders of the rules: a row ends where an event changes it, and another one begins there. */
export function projectInForce(recorded: Recorded, lookups: Lookups): RowChange[] {
  const { event, position } = recorded;
  const { negotiation, id } = event;
  if (isReport(event)) return firstRows(event, position, lookups);
  if (event.type === 'ReportCorrected' || event.type === 'ReportRetracted' || event.type === 'ReportReinstated') {
    return replaceRows(negotiation, changed(lookups.report(negotiation, id), recorded, lookups), position, lookups);
  }
  if (event.type === 'SourceChanged' || event.type === 'SourceWithdrawn' || event.type === 'SourceReadmitted') {
    const reports = lookups.reportsNaming(negotiation, 'source', id).map((report) => lookups.report(negotiation, report));
    return reports.flatMap((report) => replaceRows(negotiation, report, position, lookups));
  }
  return [];
}

/** A report as a correction, a retraction or a reinstatement leaves it. */
function changed(report: StoredReport, { event, position }: Recorded, lookups: Lookups): StoredReport {
  if (event.type === 'ReportRetracted' || event.type === 'ReportReinstated') {
    return { ...report, removals: [...report.removals, countedRemoval(event)] };
  }
  if (event.type !== 'ReportCorrected') return report;
  const { report: body, negotiation } = event;
  const claimants = claimantsOf(body, (person) => lookups.partyOf(negotiation, person, report.firstPosition));
  return {
    ...report,
    contents: [...report.contents, { content: Number(position), body, claimants }],
    versions: [...report.versions, versionOf(body)],
    corrections: [...report.corrections, amendmentOf(event)],
  };
}

function versionOf({ source, occurred }: ReportContent): VersionInfo {
  return { source: source.id, occurred: occurred && windowOf(occurred.edtf), occurredEdtf: occurred?.edtf ?? null };
}

function firstRows(body: ReportContent, position: bigint, lookups: Lookups): RowChange[] {
  const { negotiation } = body;
  const report: RecordedReport = { firstPosition: position, versions: [versionOf(body)], corrections: [], removals: [] };
  const claimants = claimantsOf(body, (person) => lookups.partyOf(negotiation, person));
  const content = { content: Number(position), body, claimants };
  return inForceRows(report, (source) => lookups.source(negotiation, source)).flatMap((row) =>
    begin({ negotiation, report: content.content, content, row, from: content.content }, lookups),
  );
}

function replaceRows(negotiation: string, report: StoredReport, position: bigint, lookups: Lookups): RowChange[] {
  const { contents, firstPosition } = report;
  const before = lookups.openRows(contents);
  const after = inForceRows(report, (source) => lookups.source(negotiation, source));
  if (JSON.stringify(before.map(withoutPlace)) === JSON.stringify(after)) return [];
  const counting = (row: InForceRow, from: number): Counting[] => {
    const content = contents[row.version];
    return content === undefined ? [] : [{ negotiation, report: Number(firstPosition), content, row, from }];
  };
  const issueNow = (proposition: string): string | undefined => lookups.issueOf(negotiation, proposition);
  return [
    ...before.flatMap((row) => counting(row, row.r_from)).flatMap((row) => end(row, position, lookups, issueNow)),
    ...after.flatMap((row) => counting(row, Number(position))).flatMap((row) => begin(row, lookups)),
  ];
}

/** As `inForceRows` gives it. */
function withoutPlace({ k_from, k_to, version, p_lo, p_hi, o_lo, o_hi, first_position, as_written, dated }: OpenRow): InForceRow {
  return { k_from, k_to, version, p_lo, p_hi, o_lo, o_hi, first_position, as_written, dated };
}

/** The rows of a report as it stands, in the order of K. */
export function inForceRows(report: RecordedReport, sourceOf: (source: string) => SourceInfo): InForceRow[] {
  const ofSources = report.versions.flatMap(({ source }) => sourceOf(source).removals);
  const starts = [-Infinity, ...publishedDays([...report.corrections, ...report.removals, ...ofSources])];
  const rows = starts.flatMap((start, i): InForceRow[] => {
    if (isRemoved(report.removals, start)) return [];
    const number = versionInForce(report.corrections, start);
    const version = report.versions[number];
    if (version === undefined) return [];
    const source = sourceOf(version.source);
    if (isRemoved(source.removals, start)) return [];
    const next = starts[i + 1];
    const occurred = occurredWindow(version.occurred, source.published);
    return [
      {
        k_from: toColumn(start),
        k_to: next === undefined ? toColumn(Infinity) : dayBefore(next),
        version: number,
        p_lo: toColumn(source.published.lo),
        p_hi: toColumn(source.published.hi),
        o_lo: toColumn(occurred.lo),
        o_hi: toColumn(occurred.hi),
        first_position: Number(report.firstPosition),
        as_written: version.occurredEdtf ?? source.publishedEdtf,
        dated: version.occurredEdtf === null ? 0 : 1,
      },
    ];
  });
  return rows;
}

/** The different days on which a publisher's amendments came out. */
function publishedDays(amendments: readonly Amendment[]): number[] {
  const days = amendments.flatMap(({ reason, publishedHi }) => (reason === 'source' && publishedHi !== null ? [publishedHi] : []));
  return [...new Set(days)].sort(compare);
}
