/**
 * What is used while something is written must not change meanwhile: who changes it waits for all who use it, and those who come
 * later wait for the change. On one node a proposition so moves to another issue before its first report, or not at all.
 */
export class Uses {
  private readonly underWay = new Map<string, Set<Promise<unknown>>>();
  private readonly changing = new Map<string, Promise<unknown>>();

  /** @param keys of what the work uses */
  async during<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    for (let changes = this.changesOf(keys); changes.length > 0; changes = this.changesOf(keys)) await Promise.allSettled(changes);
    const use = work();
    for (const key of keys) this.usesOf(key).add(use);
    try {
      return await use;
    } finally {
      for (const key of keys) this.end(key, use);
    }
  }

  /** Changes of one thing come one after the other: the caller sees to that. @param keys of what the work may change */
  async change<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const uses = keys.flatMap((key) => [...(this.underWay.get(key) ?? [])]);
    const change = Promise.allSettled(uses).then(work);
    for (const key of keys) this.changing.set(key, change);
    try {
      return await change;
    } finally {
      for (const key of keys) this.changing.delete(key);
    }
  }

  private changesOf(keys: readonly string[]): Promise<unknown>[] {
    return keys.flatMap((key) => this.changing.get(key) ?? []);
  }

  private usesOf(key: string): Set<Promise<unknown>> {
    const known = this.underWay.get(key) ?? new Set();
    this.underWay.set(key, known);
    return known;
  }

  private end(key: string, use: Promise<unknown>): void {
    const uses = this.underWay.get(key);
    uses?.delete(use);
    if (uses?.size === 0) this.underWay.delete(key);
  }
}
