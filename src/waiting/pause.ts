import { setTimeout as pausing } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal; a process that only waits ends. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await pausing(ms, undefined, { ref: false, ...(signal && { signal }) }).catch(() => undefined);
}
