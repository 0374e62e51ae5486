import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { formatDay, type Day } from '../../vocabulary/day.js';

/** The perspectives on one day that the form of the time bar offers. */
export const DAY_PERSPECTIVES = ['known', 'hindsight', 'recorded'] as const;
export type DayPerspective = (typeof DAY_PERSPECTIVES)[number];

/** What a page shows of the past: a day in one of the three perspectives, a state that is fixed to be cited, or three dates of their own. */
export type Perspective = DayPerspective | 'fixed' | 'axes';

/**
 * The axes that a perspective on a day means. "As recorded here by then" is what this service would have answered on that day.
 * @param day `YYYY-MM-DD`
 */
export function axesFor(perspective: DayPerspective, day: string): AxesQuery {
  if (perspective === 'known') return { on: day };
  return perspective === 'hindsight' ? { asOf: day } : { asOf: day, recordedBy: day };
}

/** The perspective that the axes of a page mean. Without any it shows what is known today. */
export function perspectiveOf({ on, asOf, knownBy, recordedBy }: AxesQuery): Perspective {
  if (recordedBy?.startsWith('@') === true) return 'fixed';
  if (recordedBy !== undefined) return recordedBy === asOf && knownBy === undefined ? 'recorded' : 'axes';
  if (knownBy !== undefined) return knownBy === asOf ? 'known' : 'axes';
  return on === undefined && asOf !== undefined ? 'hindsight' : 'known';
}

/** Whether it is one of those that the time bar offers, and so is not tied to its dates. */
export function isOfDay(perspective: Perspective): perspective is DayPerspective {
  return perspective !== 'fixed' && perspective !== 'axes';
}

/** The axes of the same perspective on another day; null where it is tied to its dates. */
export function axesAt(perspective: Perspective, day: Day): AxesQuery | null {
  return axesOn(perspective, formatDay(day));
}

/** The same for a day as it is written. @param day `YYYY-MM-DD` */
export function axesOn(perspective: Perspective, day: string): AxesQuery | null {
  return isOfDay(perspective) ? axesFor(perspective, day) : null;
}

/** The axes among the parameters of a page. */
export function axesIn({ on, asOf, knownBy, recordedBy, certainty }: AxesQuery): AxesQuery {
  return { on, asOf, knownBy, recordedBy, certainty };
}
