import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { parseDay, type Day } from '../../vocabulary/day.js';
import { sourceDays } from '../parts/source-days.js';
import type { Looking } from './looking.js';
import type { DayOfActivity, Negotiation, Source } from './shapes.js';
import type { Tracker } from './tracker.js';

/** Of more reports changes are not counted: then the days of sources lead on. */
const MOST_REPORTS = 2_000;

/** A day on which something changed. */
export interface ChangingDay {
  readonly day: Day;
  /** How much; undefined where it is not counted. */
  readonly changes: number | undefined;
}

/** The days on which something changed in a way of looking, in order; none where all dates are fixed. */
export async function changingDays(
  looking: Looking,
  { id, counts }: Negotiation,
  sources: readonly Source[],
  { recordedBy, certainty }: AxesQuery,
  tracker: Tracker,
): Promise<ChangingDay[]> {
  if (looking === 'fixed' || looking === 'axes') return [];
  if ((counts.sources ?? 0) === 0) return [];
  if (looking === 'recorded' || (counts.reports ?? 0) > MOST_REPORTS) {
    return sourceDays(sources).map((day) => ({ day, changes: undefined }));
  }
  const axis = looking === 'known' ? 'published' : 'occurred';
  return changed(await tracker.activity(id, { axis, recordedBy, certainty }));
}

function changed(days: readonly DayOfActivity[]): ChangingDay[] {
  return days.flatMap(({ day, changes }) => {
    const parsed = day === null ? undefined : parseDay(day);
    return parsed === undefined || changes === 0 ? [] : [{ day: parsed, changes: changes ?? undefined }];
  });
}
