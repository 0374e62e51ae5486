/** Where an event stands in the log; only the order of two positions means anything. */
export type Position = bigint;

/** Before the first event of every log. */
export const BEFORE_ALL: Position = 0n;
