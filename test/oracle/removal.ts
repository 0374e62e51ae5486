import type { Day } from '../../src/vocabulary/day.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { isKnown } from './erratum.js';

const EVENTS_OF = {
  report: { removes: 'ReportRetracted', restores: 'ReportReinstated' },
  source: { removes: 'SourceWithdrawn', restores: 'SourceReadmitted' },
} as const;

/**
 * Whether a report is retracted, or a source withdrawn, as known at K: of what counts at K the last recorded decides.
 * @param recorded in the order of recording. Design 4, "In force"
 */
export function isRemoved(recorded: readonly Recorded[], kind: 'report' | 'source', id: string, knownBy: Day): boolean {
  const { removes, restores } = EVENTS_OF[kind];
  let isRemovedByNow = false;
  let removalCounts = false;
  for (const { event } of recorded) {
    if (event.id !== id) continue;
    if (event.type === removes) {
      removalCounts = event.reason === 'coding' || isKnown(event, knownBy);
      if (removalCounts) isRemovedByNow = true;
    } else if (event.type === restores) {
      // Our own mistake is undone wherever what it takes back counts: the removal recorded before it.
      const counts = event.reason === 'coding' ? removalCounts : isKnown(event, knownBy);
      if (counts) isRemovedByNow = false;
    }
  }
  return isRemovedByNow;
}
