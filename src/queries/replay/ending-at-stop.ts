import { type Chunks, dropped } from './replay-body.js';

const STOPPED = Symbol('stopped');

/**
 * The same chunks; where the service stops, the last one tells where to go on.
 * @param stopping settles when it does
 * @param resumeAfter what its client has got before; null: nothing
 */
export function endingAtStop(chunks: Chunks, stopping: Promise<unknown>, resumeAfter: string | null): Chunks {
  const stopped = stopping.then((): typeof STOPPED => STOPPED);
  let last = resumeAfter;
  let isOver = false;
  return {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const got = await Promise.race([chunks.next(), stopped]);
      if (got !== STOPPED) {
        if (got.done !== true) last = lastIdIn(got.value) ?? last;
        return got;
      }
      isOver = true;
      await chunks.return?.();
      return last === null ? { done: true, value: undefined } : { done: false, value: dropped(last).text };
    },
    return: async () => {
      isOver = true;
      return (await chunks.return?.()) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** JSON holds no line break: no step has a line that looks like this. */
function lastIdIn(messages: string): string | undefined {
  return [...messages.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1];
}
