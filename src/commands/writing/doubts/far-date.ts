import { pointerTo } from '../../../http/faults.js';
import { windowOf } from '../../../vocabulary/edtf-window.js';
import type { ReportContent } from '../../../vocabulary/events/report-content.js';
import type { ReportedDate } from '../../../vocabulary/reported-date.js';
import type { Warning } from '../../../vocabulary/warning.js';

/**
 * So many days before its source came out a report is told of as far: a year that is wrong by one lies beyond, whatever the month, and
 * what is news lies well within. (What happened wholly after its source came out is refused.)
 */
const FAR_DAYS = 300;

/** A date that is far from the source's; not of context, which is told of long ago. @param at where in the body the content stands */
export function farDates(content: ReportContent, published: ReportedDate, at: readonly string[] = []): Warning[] {
  const { occurred, type, source } = content;
  if (occurred === null || type === 'ContextReported') return [];
  const days = windowOf(published.edtf).lo - windowOf(occurred.edtf).hi;
  if (!(days > FAR_DAYS) || days === Infinity) return [];
  const detail = `"${occurred.edtf}" is ${String(days)} days before "${source.id}" came out ("${published.edtf}")`;
  return [{ code: 'far-from-source', pointer: pointerTo([...at, 'occurred']), detail }];
}
