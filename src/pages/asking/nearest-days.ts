import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { type Day, formatDay, parseDay, withinCalendar } from '../../vocabulary/day.js';
import type { ChangingDay } from './changing-day.js';
import type { Tracker } from './tracker.js';

/** In days. They grow: where much is reported the next day is near, and a long stretch in which little is costs little. */
const STRETCHES = [14, 140, 1_400, 40_000];

/** The last day before another one, and the first behind it, on which reports came out, or happened. */
export async function nearestDays(
  n: string,
  axis: 'published' | 'occurred',
  day: Day,
  axes: Pick<AxesQuery, 'recordedBy' | 'certainty'>,
  tracker: Tracker,
): Promise<ChangingDay[]> {
  const daysIn = async (from: Day, to: Day): Promise<ChangingDay[]> => {
    const ends = { from: formatDay(withinCalendar(from)), to: formatDay(withinCalendar(to)) };
    const found = await tracker.activity(n, { axis, ...ends, changes: 'false', ...axes });
    return found.flatMap(({ day: on, reports }) => {
      const parsed = on === null ? undefined : parseDay(on);
      return parsed === undefined ? [] : [{ day: parsed, count: reports, counted: 'reports' as const }];
    });
  };
  const [before, after] = await Promise.all([
    firstIn((stretch) => daysIn(day - 1 - stretch, day - 1)),
    firstIn((stretch) => daysIn(day, day + stretch)),
  ]);
  return [...before.slice(-1), ...after.slice(0, 1)];
}

/** What is found in the shortest stretch in which anything is. */
async function firstIn(daysIn: (stretch: number) => Promise<ChangingDay[]>): Promise<ChangingDay[]> {
  for (const stretch of STRETCHES) {
    const found = await daysIn(stretch);
    if (found.length > 0) return found;
  }
  return [];
}
