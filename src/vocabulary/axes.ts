import type { Day } from './day.js';
import type { Voice } from './voice.js';
import type { Position } from './position.js';

export type Certainty = 'certain' | 'possible';

/** The point on the three axes of time that an answer stands for. Design 3, "Axes". */
export interface At {
  /** D: what happened in the world up to the end of this day. */
  readonly asOf: Day;
  /** K: what was published up to the end of this day; Infinity is no limit. */
  readonly knownBy: Day;
  /** R: what this system had stored up to this position. */
  readonly recordedBy: Position;
  /** `certain` leaves out what only may have happened, or only may have been published, by then. */
  readonly certainty: 'any' | 'certain';
  /** The sources whose reports are left out, as if they were not there; where none is, it is not given. */
  readonly without?: readonly string[];
  /** The voices whose statements count alone; where all do, it is not given. */
  readonly voices?: readonly Voice[];
}
