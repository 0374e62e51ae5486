import type { Amendment } from '../../rules/in-force.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Reason } from '../../vocabulary/events/report-corrections.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';

/** What of a correction decides from which K on it counts. */
export function amendmentOf({ reason, published }: { readonly reason: Reason; readonly published: ReportedDate | null }): Amendment {
  return { reason, publishedHi: published && windowOf(published.edtf).hi };
}
