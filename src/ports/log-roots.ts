import type { Position } from '../vocabulary/position.js';

/** The roots of the log that this node shows: by the root at a position everything up to there is known again. */
export abstract class LogRoots {
  /** In hexadecimal digits; undefined where it cannot be told just now. */
  abstract at(position: Position): Promise<string | undefined>;
}
