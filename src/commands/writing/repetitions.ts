/** Counts what comes more than once in one import: an export tells a content as often as it was recorded. */
export class Repetitions {
  private readonly counts = new Map<string, number>();

  /** @returns 1 where it comes for the first time, 2 for the second */
  count(content: object): number {
    const key = JSON.stringify(content);
    const times = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, times);
    return times;
  }
}
