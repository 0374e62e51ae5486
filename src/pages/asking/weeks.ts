import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { type Day, parseDay } from '../../vocabulary/day.js';
import { type Period, periodEnd } from '../../vocabulary/period.js';
import { ActivityQuery, type ActivityQuestion } from '../../queries/activity/activity.query.js';
import type { Reader } from '../rendering/reader.js';
import type { DayOfActivity } from './change-shapes.js';
import type { Cited } from './cited-answers.js';
import type { Tracker } from './tracker.js';

/** Of more weeks than these months are counted. */
const MOST_WEEKS = 200;

/** How much was reported in a week, or a month. */
export interface PeriodOfReports {
  readonly start: Day;
  /** The day behind its last one. */
  readonly end: Day;
  readonly reports: number;
  /** By issue, party or source, where that was asked for. */
  readonly groups: Readonly<Record<string, number>>;
  readonly ungrouped: number;
}

export interface Periods {
  readonly per: Exclude<Period, 'day'>;
  /** In order; those without reports are left out. */
  readonly items: readonly PeriodOfReports[];
}

type Asked = Omit<ActivityQuestion, 'per' | 'changes'>;

/** How much was reported week by week; where that is very long, month by month. */
export async function periodsOf(n: string, question: Asked, tracker: Tracker): Promise<Periods> {
  return inPeriods(async (per) => ({ days: await tracker.activity(n, { ...question, changes: 'false', per }) }));
}

/** The same, and how it is cited. */
export async function periodsCited(
  n: string,
  question: Asked,
  tracker: Tracker,
  reader: Reader,
): Promise<Periods & { readonly cited: Cited }> {
  return inPeriods(async (per) => {
    const query = new ActivityQuery(n, { ...question, changes: 'false', per });
    const { body, cited } = await tracker.askCited<{ readonly items: readonly DayOfActivity[] }>(n, '/activity', query, reader);
    return { days: body.items, cited };
  });
}

async function inPeriods<T extends { readonly days: readonly DayOfActivity[] }>(
  asked: (per: Periods['per']) => Promise<T>,
): Promise<Periods & Omit<T, 'days'>> {
  const { days: weeks, ...beside } = await asked('week');
  if (weeks.length <= MOST_WEEKS) return { per: 'week', items: itemsOf(weeks, 'week'), ...beside };
  const { days: months, ...besideThem } = await asked('month');
  return { per: 'month', items: itemsOf(months, 'month'), ...besideThem };
}

/** All that is recorded, whenever it comes out: it is the same on every day that is shown. */
export function wholeWay({ recordedBy, certainty }: AxesQuery): Asked {
  return { axis: 'published', to: '9999-12-31', recordedBy, certainty };
}

function itemsOf(days: readonly DayOfActivity[], per: Exclude<Period, 'day'>): PeriodOfReports[] {
  return days.flatMap(({ day, reports, groups = {}, ungrouped = 0 }) => {
    const start = day === null ? undefined : parseDay(day);
    return start === undefined ? [] : [{ start, end: periodEnd(start, per), reports, groups, ungrouped }];
  });
}
