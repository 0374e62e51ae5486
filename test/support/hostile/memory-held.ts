import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes that a process holds. */
export interface Held {
  readonly heap: number;
  readonly resident: number;
}

/** What a service in this process holds, all its threads and the test included, once what can be is let go of. */
export function memoryHeld(): Held {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, resident: rss };
}

/** For people. */
export function gained(before: Held, after: Held): string {
  return `memory gained: heap ${mb(after.heap - before.heap)}, resident ${mb(after.resident - before.resident)}`;
}

function mb(bytes: number): string {
  return `${String(Math.round(bytes / 1_000_000))} MB`;
}
