/** So much a clock is put right now and then, a little at a time. */
const TOLD_FROM_MS = 2_000;

/** Compares the clock with time as it passes, which nobody sets: where they differ, the clock was set, or the machine slept. */
export class ClockJumps {
  private last: { readonly now: number; readonly elapsed: number } | undefined;

  /**
   * @param now milliseconds since 1970, by the clock
   * @param elapsed milliseconds that only ever grow, evenly
   * @returns by how many milliseconds the clock has jumped since it was last looked at, backwards below 0; 0 where it has not
   */
  jumped(now: number, elapsed: number): number {
    const { last } = this;
    this.last = { now, elapsed };
    if (last === undefined) return 0;
    const jump = now - last.now - (elapsed - last.elapsed);
    return Math.abs(jump) < TOLD_FROM_MS ? 0 : Math.round(jump);
  }
}
