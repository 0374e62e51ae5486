import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import { formatDay, type Day } from '../../vocabulary/day.js';

/** The ways of looking at one day that the form of the time bar offers. */
export const LOOKS = ['known', 'hindsight', 'recorded'] as const;
export type Look = (typeof LOOKS)[number];

/** How a page looks at time: one of the three ways, a view that is fixed to be cited, or three dates of their own. */
export type Looking = Look | 'fixed' | 'axes';

/**
 * The axes that a way of looking at a day means. "As recorded here by then" is what this service would have answered on that day.
 * @param day `YYYY-MM-DD`
 */
export function axesFor(look: Look, day: string): AxesQuery {
  if (look === 'known') return { on: day };
  return look === 'hindsight' ? { asOf: day } : { asOf: day, recordedBy: day };
}

/** How the axes of a page look at time. Without any it shows what is known today. */
export function lookingOf({ on, asOf, knownBy, recordedBy }: AxesQuery): Looking {
  if (recordedBy?.startsWith('@') === true) return 'fixed';
  if (recordedBy !== undefined) return recordedBy === asOf && knownBy === undefined ? 'recorded' : 'axes';
  if (knownBy !== undefined) return knownBy === asOf ? 'known' : 'axes';
  return on === undefined && asOf !== undefined ? 'hindsight' : 'known';
}

/** The same way of looking at another day; null where it is tied to its dates. */
export function sameLookAt(looking: Looking, day: Day): AxesQuery | null {
  return sameLookOn(looking, formatDay(day));
}

/** The same for a day as it is written. @param day `YYYY-MM-DD` */
export function sameLookOn(looking: Looking, day: string): AxesQuery | null {
  return looking === 'fixed' || looking === 'axes' ? null : axesFor(looking, day);
}

/** The axes among the parameters of a page. */
export function axesIn({ on, asOf, knownBy, recordedBy, certainty }: AxesQuery): AxesQuery {
  return { on, asOf, knownBy, recordedBy, certainty };
}
