import { pause } from './pause.js';

/** Does something now, and again so many milliseconds behind each time, until the signal. @throws what the work throws: then it is not done again */
export async function every(ms: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(ms, signal);
  }
}
