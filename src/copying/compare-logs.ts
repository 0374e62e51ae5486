import { eventsOf } from './copy-log.js';
import type { LogToCopy } from './open-log.js';
import { differenceOf } from './same-event.js';

export interface Comparison {
  /** Events that were compared and are the same. */
  readonly same: number;
  /** The first difference; undefined: both hold the same. */
  readonly difference: string | undefined;
}

/** Reads two logs side by side, event by event. @throws StoreUnavailable */
export async function compareLogs(a: LogToCopy, b: LogToCopy, onProgress: (same: number) => void = () => undefined): Promise<Comparison> {
  const others = eventsOf(b);
  let same = 0;
  for await (const event of eventsOf(a)) {
    const other = await others.next();
    if (other.done === true) return { same, difference: `${event.type} ${event.id} stands only in the first log` };
    const difference = differenceOf(event, other.value);
    if (difference !== undefined) return { same, difference };
    same += 1;
    onProgress(same);
  }
  const more = await others.next();
  return { same, difference: more.done === true ? undefined : `${more.value.type} ${more.value.id} stands only in the second log` };
}
