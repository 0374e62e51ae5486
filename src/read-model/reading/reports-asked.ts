import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { NameKind } from '../tables/names.js';

/** Which visible reports are asked for, and in which order. */
export interface ReportsAsked {
  readonly axis: 'occurred' | 'published' | 'recorded';
  /** On an axis of days: a report's window overlaps them. Both ends inclusive. */
  readonly days: { readonly lo: number; readonly hi: number };
  /** On the axis `recorded`; null: no end. */
  readonly positions: { readonly lo: bigint; readonly hi: bigint | null };
  readonly types: readonly ReportType[] | undefined;
  /** Of each kind one of the ids is named. */
  readonly named: readonly (readonly [kind: NameKind, ids: readonly string[]])[];
  /** It says how one of the parties, or any, stands on one of the propositions. */
  readonly stated: { readonly propositions: readonly string[]; readonly parties: readonly string[] | undefined } | undefined;
  /** A text in the summary, whatever its case. */
  readonly text: string | undefined;
}
