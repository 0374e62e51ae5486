import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { NameKind } from '../tables/names.js';

/** Which visible reports are asked for, and in which order. */
export interface ReportsAsked {
  readonly axis: 'occurred' | 'published' | 'recorded';
  /** On an axis of days: a report's window overlaps them. Both ends inclusive. */
  readonly days: { readonly lo: number; readonly hi: number };
  /** On the axis `recorded`; null: no end. */
  readonly positions: { readonly lo: bigint; readonly hi: bigint | null };
  readonly type: ReportType | undefined;
  /** All of them are named. */
  readonly named: readonly (readonly [kind: NameKind, id: string])[];
  /** A text in the summary, whatever its case. */
  readonly text: string | undefined;
}
