import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { parseDay, type Day } from '../../vocabulary/day.js';
import { sourceDays } from '../parts/source-days.js';
import type { ChangingDay } from './changing-day.js';
import { isOfDay, type Perspective } from './perspective.js';
import { nearestDays } from './nearest-days.js';
import type { DayOfActivity } from './change-shapes.js';
import type { Negotiation } from './issue-shapes.js';
import { areListed, type Sources, totalOf } from './sources.js';
import type { Tracker } from './tracker.js';

/** Of more reports changes are not counted: then the nearest days on which reports came out lead on. */
const MOST_REPORTS = 2_000;

/**
 * The days on which something changed in one perspective, in order; none where all dates are fixed, of very many reports the nearest.
 * @param sources as soon as they are known
 * @param day that is shown
 */
export async function changingDays(
  perspective: Perspective,
  negotiation: Negotiation,
  sources: Promise<Sources> | Sources,
  day: Day,
  axes: AxesQuery,
  tracker: Tracker,
): Promise<readonly ChangingDay[]> {
  if (!isOfDay(perspective) || totalOf(negotiation) === 0) return [];
  const { id, counts } = negotiation;
  const { recordedBy, certainty } = axes;
  const axis = perspective === 'hindsight' ? 'occurred' : 'published';
  if ((counts.reports ?? 0) > MOST_REPORTS || !areListed(negotiation))
    return nearestDays(id, axis, day, { recordedBy, certainty }, tracker);
  if (perspective === 'recorded') return sourceDays((await sources).all).map((one) => ({ day: one, count: undefined, counted: 'changes' }));
  return changed(await tracker.activity(id, { axis, recordedBy, certainty }));
}

function changed(days: readonly DayOfActivity[]): ChangingDay[] {
  return days.flatMap(({ day, changes }) => {
    const parsed = day === null ? undefined : parseDay(day);
    return parsed === undefined || changes === 0 ? [] : [{ day: parsed, count: changes ?? undefined, counted: 'changes' }];
  });
}
