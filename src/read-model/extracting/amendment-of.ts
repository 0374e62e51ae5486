import type { Amendment, CountedRemoval } from '../../rules/in-force.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { type Reason, type Removal, takesBack } from '../../vocabulary/events/report-corrections.js';
import type { ReportedDate } from '../../vocabulary/reported-date.js';

/** What of a correction decides from which K on it counts. */
export function amendmentOf({ reason, published }: { readonly reason: Reason; readonly published: ReportedDate | null }): Amendment {
  return { reason, publishedHi: published && windowOf(published.edtf).hi };
}

/** What of a retraction or a withdrawal, or of what takes it back, decides where it counts. */
export function countedRemoval(event: Removal): CountedRemoval {
  return { ...amendmentOf(event), takesBack: takesBack(event) };
}
