import { type Day, formatDay, parseDay, withinCalendar } from '../../vocabulary/day.js';
import { periodStart } from '../../vocabulary/period.js';
import type { Tracker } from '../asking/tracker.js';
import type { AskedAt } from '../asking/view.js';

const WEEKS = 26;

/** How many reports there were of each issue in each of the last weeks, the oldest first. */
export interface LatestWeeks {
  of(issue: string): readonly number[];
  /** The most that any issue has in a week. */
  readonly most: number;
}

/** The weeks up to the day that is shown: by when reports came out, or in hindsight by when it happened. */
export async function latestWeeks({ n, day, fixed }: AskedAt, tracker: Tracker): Promise<LatestWeeks> {
  const { asOf, knownBy, recordedBy, certainty } = fixed;
  const first = periodStart(day, 'week') - (WEEKS - 1) * 7;
  const moving = knownBy === asOf ? ({ axis: 'published' } as const) : ({ axis: 'occurred', knownBy } as const);
  const ends = { from: formatDay(withinCalendar(first - 1)), to: asOf };
  const weeks = await tracker.activity(n, { ...moving, ...ends, recordedBy, certainty, per: 'week', groups: 'issue', changes: 'false' });
  const counts = new Map(weeks.map((week) => [startOf(week.day), week.groups ?? {}]));
  const starts = Array.from({ length: WEEKS }, (_, i) => first + i * 7);
  return {
    of: (issue) => starts.map((start) => counts.get(start)?.[issue] ?? 0),
    most: Math.max(1, ...[...counts.values()].flatMap((groups) => Object.values(groups))),
  };
}

function startOf(day: string | null): Day | undefined {
  return day === null ? undefined : parseDay(day);
}
