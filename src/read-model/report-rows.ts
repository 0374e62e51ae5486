import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { ContentInForce } from '../rules/content-in-force.js';
import { fromColumn, toPosition } from './columns.js';

/** A row of `in_force` with the content of its version. */
export interface ReportRow {
  readonly report: string;
  readonly r_from: number;
  readonly r_to: number;
  readonly k_from: number;
  readonly k_to: number;
  readonly p_lo: number;
  readonly p_hi: number;
  readonly o_lo: number;
  readonly o_hi: number;
  readonly first_position: number;
  readonly as_written: string;
  readonly claimants: string | null;
  readonly content: string;
}

export function toContentInForce(row: ReportRow): ContentInForce {
  return {
    id: row.report,
    knownFrom: fromColumn(row.k_from),
    knownTo: fromColumn(row.k_to),
    occurred: { lo: fromColumn(row.o_lo), hi: fromColumn(row.o_hi) },
    published: { lo: fromColumn(row.p_lo), hi: fromColumn(row.p_hi) },
    occurredAsWritten: row.as_written,
    firstPosition: toPosition(row.first_position),
    claimants: row.claimants === null ? null : (JSON.parse(row.claimants) as string[]),
    content: JSON.parse(row.content) as ReportContent,
  };
}
