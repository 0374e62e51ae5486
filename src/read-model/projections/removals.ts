import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import { isRemoval, takesBack } from '../../vocabulary/events/report-corrections.js';
import { toColumn } from '../columns.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `removal`: retractions of reports, withdrawals of sources, and what takes them back. */
export function projectRemovals({ event, position, metadata }: Recorded): RowChange[] {
  if (!isRemoval(event)) return [];
  return [
    insert('removal', {
      negotiation: event.negotiation,
      subject: event.type === 'ReportRetracted' || event.type === 'ReportReinstated' ? 'report' : 'source',
      id: event.id,
      position,
      takes_back: takesBack(event) ? 1 : 0,
      recorded_at: metadata.recordedAt,
      posted_by: metadata.postedBy,
      reason: event.reason,
      published: event.published && JSON.stringify(event.published),
      published_hi: event.published && toColumn(windowOf(event.published.edtf).hi),
      note: event.note,
    }),
  ];
}
