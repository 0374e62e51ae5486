import type { Day } from '../../vocabulary/day.js';

/** A day on which something changed. */
export interface ChangingDay {
  readonly day: Day;
  /** How many changes, or of very many reports how many of these; undefined where it is not counted. */
  readonly count: number | undefined;
  readonly counted: 'changes' | 'reports';
}
