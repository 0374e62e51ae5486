import type { Reason } from '../../vocabulary/events/report-corrections.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';
import { standingRemoval } from './standing-removal.js';
import type { ReportState } from './report-state.js';
import type { SourceState } from './source-state.js';

/** What hides a recorded report from those who know everything that was published: its own retraction, or its source's withdrawal. */
export type HiddenBy = ({ readonly by: 'retraction'; readonly report: string } | { readonly by: 'withdrawal'; readonly source: string }) & {
  readonly reason: Reason;
  readonly published: ReportedDate | null;
  readonly note: string | null;
};

/** @param source of the content that counts */
export function hiddenBy(report: ReportState | undefined, source: SourceState | undefined): HiddenBy[] {
  const retraction = standingRemoval(report?.removals ?? []);
  const withdrawal = standingRemoval(source?.removals ?? []);
  return [
    ...(retraction ? [{ by: 'retraction' as const, report: retraction.id, ...told(retraction) }] : []),
    ...(withdrawal ? [{ by: 'withdrawal' as const, source: withdrawal.id, ...told(withdrawal) }] : []),
  ];
}

function told({
  reason,
  published,
  note,
}: Pick<HiddenBy, 'reason' | 'published' | 'note'>): Pick<HiddenBy, 'reason' | 'published' | 'note'> {
  return { reason, published, note };
}
