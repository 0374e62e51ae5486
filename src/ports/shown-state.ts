import type { Position } from '../vocabulary/position.js';

/** What any answer of this node rests on, beside its question: as long as it is the same, so is the answer. */
export abstract class ShownState {
  /** The position up to which questions show the log. */
  abstract get applied(): Position;
  /** While the file is damaged there is no answer. */
  abstract get isDamaged(): boolean;
  /** Raised whenever another file is in use. */
  abstract get generation(): number;
}
