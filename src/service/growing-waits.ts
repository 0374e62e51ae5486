/** Waits without end, each twice as long as the one before, up to the longest. In and out: milliseconds. */
export function* growingWaits(first: number, longest: number): Generator<number, void> {
  for (let wait = first; ; wait = Math.min(2 * wait, longest)) yield wait;
}
