import type { PeriodOfReports, Periods } from '../asking/weeks.js';

/** Lanes that are drawn; the others are one lane together. */
const MOST_LANES = 20;

/** How much was reported in each period of what one lane is of. */
export interface PeriodLane {
  /** Of the issue, party or source; `others`: of all that have no lane, `none`: of what is of none. */
  readonly of: { readonly id: string } | 'others' | 'none';
  readonly total: number;
  /** By period, in the order of the periods. */
  readonly reports: readonly number[];
}

/**
 * The lanes of periods, those with most reports first.
 * @param only the one group that all reports are of, where that is so
 */
export function periodLanes({ items }: Periods, only: string | undefined): PeriodLane[] {
  if (only !== undefined) return [laneOf({ id: only }, items, ({ reports }) => reports)];
  const ids = [...new Set(items.flatMap(({ groups }) => Object.keys(groups)))];
  const lanes = ids.map((id) => laneOf({ id }, items, ({ groups }) => groups[id] ?? 0)).sort((a, b) => b.total - a.total);
  const behind = lanes.slice(MOST_LANES);
  const others = behind.length === 0 ? [] : [summed(behind, items)];
  const none = laneOf('none', items, ({ ungrouped }) => ungrouped);
  return [...lanes.slice(0, MOST_LANES), ...others, ...(none.total > 0 ? [none] : [])];
}

function laneOf(of: PeriodLane['of'], items: readonly PeriodOfReports[], count: (item: PeriodOfReports) => number): PeriodLane {
  const reports = items.map(count);
  return { of, reports, total: reports.reduce((sum, one) => sum + one, 0) };
}

function summed(lanes: readonly PeriodLane[], items: readonly PeriodOfReports[]): PeriodLane {
  const reports = items.map((_, i) => lanes.reduce((sum, lane) => sum + (lane.reports[i] ?? 0), 0));
  return { of: 'others', reports, total: reports.reduce((sum, one) => sum + one, 0) };
}
