import { formatDay } from '../../src/vocabulary/day.js';
import type { VisibleReport } from './visible-reports.js';

/**
 * When what a report tells of was so: `occurred` as written. Without it all that is known is that it was so by the last day of
 * the source's window: `../` and that day; the window as written where it has no last day. Design 4, "since"
 */
export function whenOf({ content, published, publishedAsWritten }: VisibleReport): string {
  if (content.occurred !== null) return content.occurred.edtf;
  return published.hi === Infinity ? publishedAsWritten : `../${formatDay(published.hi)}`;
}

/** O as written: without `occurred` it is P. Design 4, "Visible" */
export function occurredAsWritten({ content, publishedAsWritten }: VisibleReport): string {
  return content.occurred?.edtf ?? publishedAsWritten;
}
