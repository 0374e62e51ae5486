/** An event that this version of the program has no class for, or whose data does not fit it. */
export class UnreadableEvent extends Error {}
