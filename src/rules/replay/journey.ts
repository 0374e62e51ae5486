import type { At } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import type { Position } from '../../vocabulary/position.js';
import type { Moving } from './days-that-matter.js';

export const REPLAY_AXES = ['published', 'occurred', 'recorded'] as const;
export type ReplayAxis = (typeof REPLAY_AXES)[number];

/** A way along one axis, the others fixed. */
interface Along<Axis extends ReplayAxis, Point> {
  readonly axis: Axis;
  /** Its state is where the way starts; null: the empty state. */
  readonly from: Point | null;
  /** Included. */
  readonly to: Point;
  /** The point on all axes for one on this axis. */
  readonly at: (point: Point) => At;
  /** The point on all axes for `from`, if it is given. */
  readonly start: At | null;
  /** The point on all axes for `to`. */
  readonly end: At;
  /** Null: every issue, and what stands on none. */
  readonly issue: string | null;
}

/** Of `to` Infinity: until K has no limit. */
export type DayJourney = Along<'published' | 'occurred', Day> & { readonly moving: Moving };
export type RecordedJourney = Along<'recorded', Position>;
export type Journey = DayJourney | RecordedJourney;
