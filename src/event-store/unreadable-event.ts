/** An event that this version of the program has no class for, or whose data does not fit it. */
export class UnreadableEvent extends Error {}

/** An event that another program has written into a stream of ours. */
export class ForeignEvent extends UnreadableEvent {}
