import { type DayWindow, windowOf } from './edtf-window.js';
import type { ReportContent } from './events/report-content.js';
import type { ReportedDate } from './reported-date.js';

/** A date of a report that cannot be as it stands. */
export interface ImpossibleDate {
  /** Where in the content it stands. */
  readonly path: readonly string[];
  readonly code: 'after-publication' | 'ends-before-it-begins';
  readonly detail: string;
}

/**
 * The dates of a report that cannot be, mostly a wrong year: it happened wholly after its source came out, or a position ends before
 * it begins. Only what is new is held to that: a source may be dated anew behind its reports, and old logs hold such ones.
 * Design 4, "Visible".
 * @param published when the source came out
 */
export function impossibleDates(content: ReportContent, published: ReportedDate): ImpossibleDate[] {
  const p = windowOf(published.edtf);
  const o = content.occurred === null ? p : windowOf(content.occurred.edtf);
  return [...afterPublication(content, published, o, p), ...endBeforeBeginning(content, o, p)];
}

function afterPublication({ occurred, source }: ReportContent, published: ReportedDate, o: DayWindow, p: DayWindow): ImpossibleDate[] {
  if (occurred === null || o.lo <= p.hi) return [];
  const detail = `"${occurred.edtf}" lies wholly after "${source.id}" came out ("${published.edtf}"): what is reported has happened`;
  return [{ path: ['occurred'], code: 'after-publication', detail }];
}

/** What is reported had begun by the end of the source's window, as everywhere in the rules. */
function endBeforeBeginning(content: ReportContent, o: DayWindow, p: DayWindow): ImpossibleDate[] {
  if (content.type !== 'PositionStated' || content.data.until === null) return [];
  const { edtf } = content.data.until;
  if (windowOf(edtf).hi >= Math.min(o.lo, p.hi)) return [];
  return [{ path: ['data', 'until'], code: 'ends-before-it-begins', detail: `"${edtf}" ends before what is reported begins` }];
}
