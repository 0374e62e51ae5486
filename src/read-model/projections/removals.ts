import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import { toColumn } from '../columns.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `removal`: retractions of reports and withdrawals of sources. */
export function projectRemovals({ event, position, metadata }: Recorded): RowChange[] {
  if (event.type !== 'ReportRetracted' && event.type !== 'SourceWithdrawn') return [];
  return [
    insert('removal', {
      negotiation: event.negotiation,
      subject: event.type === 'ReportRetracted' ? 'report' : 'source',
      id: event.id,
      position,
      recorded_at: metadata.recordedAt,
      posted_by: metadata.postedBy,
      reason: event.reason,
      published: event.published && JSON.stringify(event.published),
      published_hi: event.published && toColumn(windowOf(event.published.edtf).hi),
      note: event.note,
    }),
  ];
}
