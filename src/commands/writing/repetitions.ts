import { v5 as uuidOfText } from 'uuid';

/** Any one will do. */
const NAMESPACE = '6ba7b812-9dad-11d1-80b4-00c04fd430c8';

/** Counts what comes more than once in one import: an export tells a content as often as it was recorded. */
export class Repetitions {
  /** By hashes: an import of any size may hold many corrections, and each holds a whole report. */
  private readonly counts = new Map<string, number>();

  /** @returns 1 where it comes for the first time, 2 for the second */
  count(content: object): number {
    const key = uuidOfText(JSON.stringify(content), NAMESPACE);
    const times = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, times);
    return times;
  }
}
