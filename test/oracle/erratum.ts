import type { Day } from '../../src/vocabulary/day.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';

/** Whether what a publisher took back, or took back again, had come out by K. */
export function isKnown({ published }: { readonly published: ReportedDate | null }, knownBy: Day): boolean {
  if (published === null) throw new Error('the reason "source" comes with the date of the erratum');
  return windowOf(published.edtf).hi <= knownBy;
}
