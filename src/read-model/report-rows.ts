import type { At } from '../vocabulary/axes.js';
import type { Day } from '../vocabulary/day.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { Position } from '../vocabulary/position.js';
import type { VisibleReport } from '../rules/scene.js';
import { uncertainAxes } from '../rules/visibility.js';
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

/** A content that counts for a range of K and of R, with its windows: what replay walks through. */
export interface ContentInForce {
  readonly id: string;
  readonly recordedFrom: Position;
  /** Exclusive. */
  readonly recordedTo: Position;
  readonly knownFrom: Day;
  /** Inclusive, as a column holds it. */
  readonly knownTo: Day;
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  readonly occurredAsWritten: string;
  readonly firstPosition: Position;
  readonly claimants: readonly string[] | null;
  readonly content: ReportContent;
}

export function toContentInForce(row: ReportRow): ContentInForce {
  return {
    id: row.report,
    recordedFrom: toPosition(row.r_from),
    recordedTo: toPosition(row.r_to),
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

/** A content in force as it is seen at a point; it must be visible there. */
export function seenAt(inForce: ContentInForce, at: Pick<At, 'asOf' | 'knownBy'>): VisibleReport {
  const { id, content, claimants, occurred, published, occurredAsWritten, firstPosition } = inForce;
  const uncertain = uncertainAxes(occurred, published, at);
  const certainty = uncertain.length === 0 ? 'certain' : 'possible';
  return { id, content, claimants, occurred, published, occurredAsWritten, firstPosition, certainty, uncertain };
}
