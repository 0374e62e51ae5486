import type { Position } from '../vocabulary/position.js';

/** Up to where this node's queries show what is in the log. */
export abstract class ShownPosition {
  /** The position up to which they show. */
  abstract get position(): Position;
  /** Whether they show a position, waited for up to a second. */
  abstract shows(position: Position): Promise<boolean>;
}
