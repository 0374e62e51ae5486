/** How far what this node shows may be behind the log. */
export abstract class ShownAge {
  /** For how long, in whole seconds, this node may have missed what is in the log; null before it was ever seen caught up. */
  abstract get ageSeconds(): number | null;
}
