import { formatDay } from '../../src/vocabulary/day.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { reportedDate } from './histories-registry.js';

/**
 * A report as it may be posted: nothing is told that happened wholly after the source came out, and nothing that ends before it
 * begins. Design 4, "Visible"
 * @param published EDTF: the source's date as it is then
 */
export function possible(content: ReportContent, published: string): ReportContent {
  const { lo, hi } = windowOf(published);
  const isTooLate = content.occurred !== null && windowOf(content.occurred.edtf).lo > hi;
  const occurred = isTooLate ? reportedDate(formatDay(hi)) : content.occurred;
  const dated = { ...content, occurred };
  if (dated.type !== 'PositionStated' || dated.data.until === null) return dated;
  const begins = occurred === null ? lo : windowOf(occurred.edtf).lo;
  const isOver = windowOf(dated.data.until.edtf).hi < begins;
  return isOver ? { ...dated, data: { ...dated.data, until: reportedDate(formatDay(begins)) } } : dated;
}
