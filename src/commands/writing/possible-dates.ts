import { pointerTo } from '../../http/faults.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { impossibleDates } from '../../vocabulary/impossible-dates.js';
import type { Fault } from '../../vocabulary/refusal.js';
import type { SourceState } from './source-state.js';

/**
 * The dates of a content that cannot be, as faults of a body; none where the source is unknown, which is a fault of its own.
 * @param at where in the body the content stands
 */
export function faultyDates(content: ReportContent, source: SourceState | undefined, at: readonly string[] = []): Fault[] {
  if (source === undefined) return [];
  const impossible = impossibleDates(content, source.entry.published);
  return impossible.map(({ path, code, detail }) => ({ pointer: pointerTo([...at, ...path]), code, detail }));
}
