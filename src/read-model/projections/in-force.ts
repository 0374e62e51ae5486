import { compare } from '../../vocabulary/compare.js';
import { isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import { type Amendment, removes, versionInForce } from '../../rules/in-force.js';
import { occurredWindow } from '../../rules/visibility.js';
import { dayBefore, STILL, toColumn } from '../columns.js';
import type { Lookups, RecordedReport, SourceInfo } from '../lookups.js';
import type { InForceRow } from '../in-force-row.js';
import { insert, type RowChange, update } from '../row-change.js';

/** Table `in_force`: a row ends where an event changes it, and another one begins there. */
export function projectInForce({ event, position }: Recorded, lookups: Lookups): RowChange[] {
  const { negotiation, id } = event;
  if (isReport(event) || event.type === 'ReportCorrected' || event.type === 'ReportRetracted') {
    return replaceRows(negotiation, id, position, lookups);
  }
  if (event.type === 'SourceChanged' || event.type === 'SourceWithdrawn') {
    return lookups.reportsNaming(negotiation, id).flatMap((report) => replaceRows(negotiation, report, position, lookups));
  }
  return [];
}

function replaceRows(negotiation: string, report: string, position: bigint, lookups: Lookups): RowChange[] {
  const before = lookups.openRows(negotiation, report);
  const after = inForceRows(lookups.report(negotiation, report), (source) => lookups.source(negotiation, source));
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [
    update('in_force', { r_to: position }, { negotiation, report, r_to: STILL }),
    ...after.map((row) => insert('in_force', { negotiation, report, r_from: position, r_to: STILL, ...row })),
  ];
}

/** The rows of a report as it stands, in the order of K. */
export function inForceRows(report: RecordedReport, sourceOf: (source: string) => SourceInfo): InForceRow[] {
  const withdrawals = report.versions.map(({ source }) => sourceOf(source).withdrawal);
  const starts = [-Infinity, ...publishedDays([...report.corrections, report.retraction, ...withdrawals])];
  const rows = starts.flatMap((start, i): InForceRow[] => {
    if (removes(report.retraction, start)) return [];
    const number = versionInForce(report.corrections, start);
    const version = report.versions[number];
    if (version === undefined) return [];
    const source = sourceOf(version.source);
    if (removes(source.withdrawal, start)) return [];
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
      },
    ];
  });
  return rows;
}

/** The different days on which a publisher's amendments came out. */
function publishedDays(amendments: readonly (Amendment | null)[]): number[] {
  const days = amendments.flatMap((amendment) =>
    amendment?.reason === 'source' && amendment.publishedHi !== null ? [amendment.publishedHi] : [],
  );
  return [...new Set(days)].sort(compare);
}
