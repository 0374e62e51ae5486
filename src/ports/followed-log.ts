/** The log that this node follows: it may be put back to an older state, or emptied, while the node runs. */
export abstract class FollowedLog {
  /** Another text once the log was found to be another one: what was known of it before holds no more. */
  abstract readonly epoch: string;
}
