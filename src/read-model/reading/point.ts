import type { At } from '../../vocabulary/axes.js';
import { toColumn } from '../tables/columns.js';

/** A point on the axes in the numbers of the index: D and K as columns, R as the number of an event. */
export interface Point {
  readonly at: At;
  readonly d: number;
  readonly k: number;
  readonly r: number;
  /** The contents that are left out, as if they were not there. */
  readonly leftOut?: ReadonlySet<number>;
}

/** @param r the number of the last event up to `at.recordedBy` */
export function pointAt(at: At, r: number): Point {
  return { at, d: toColumn(at.asOf), k: toColumn(at.knownBy), r };
}
