/** Lets pieces of work with the same key come one after the other, in the order in which they ask. */
export class OneAtATime {
  private readonly last = new Map<string, Promise<unknown>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const done = (this.last.get(key) ?? Promise.resolve()).then(work);
    const end = done.catch(() => undefined);
    this.last.set(key, end);
    try {
      return await done;
    } finally {
      if (this.last.get(key) === end) this.last.delete(key);
    }
  }
}
