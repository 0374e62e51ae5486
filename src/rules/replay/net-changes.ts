import { byPlace, type Cause, type Change } from './change.js';
import { placeKey } from './elements.js';

interface Collected extends Omit<Change, 'because'> {
  readonly because: Map<string, Cause>;
}

/** What is left of many changes where they come one after the other: first before, last after, all causes. */
export class NetChanges {
  private readonly collected = new Map<string, Collected>();

  add({ because, ...change }: Change): void {
    const key = placeKey(change);
    const earlier = this.collected.get(key);
    const causes = earlier?.because ?? new Map<string, Cause>();
    for (const cause of because) {
      const id = JSON.stringify(cause);
      if (!causes.has(id)) causes.set(id, cause);
    }
    this.collected.set(key, { ...change, before: earlier ? earlier.before : change.before, because: causes });
  }

  /** In the order of changes; what is again as it was is left out. */
  get items(): Change[] {
    return [...this.collected.values()]
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .map(({ because, ...change }) => ({ ...change, because: [...because.values()] }))
      .sort(byPlace);
  }
}
