import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { ContentInForce } from '../rules/content-in-force.js';
import type { SightRow } from './axes-filter.js';
import { fromColumn, toPosition } from './columns.js';

/** A row of `in_force` with the content that it is of. */
export interface ReportRow extends SightRow {
  readonly r_from: number;
  readonly r_to: number;
  readonly k_from: number;
  readonly k_to: number;
  readonly claimants: string | null;
  readonly body: string;
}

/** The columns of such a row, from `f` in_force, `t` content and `r` report. */
export const REPORT_COLUMNS = `r.id, f.report, f.r_from, f.r_to, f.k_from, f.k_to, f.p_lo, f.p_hi, f.o_lo, f.o_hi, f.as_written, f.dated,
  t.claimants, t.body`;

export function toContentInForce(row: ReportRow): ContentInForce {
  return {
    id: row.id,
    knownFrom: fromColumn(row.k_from),
    knownTo: fromColumn(row.k_to),
    occurred: { lo: fromColumn(row.o_lo), hi: fromColumn(row.o_hi) },
    published: { lo: fromColumn(row.p_lo), hi: fromColumn(row.p_hi) },
    occurredAsWritten: row.as_written,
    isDated: row.dated === 1,
    firstPosition: toPosition(row.report),
    claimants: row.claimants === null ? null : (JSON.parse(row.claimants) as string[]),
    content: JSON.parse(row.body) as ReportContent,
  };
}
