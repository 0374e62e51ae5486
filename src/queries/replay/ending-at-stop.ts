import { type Chunks, dropped } from './replay-body.js';

const STOPPED = Symbol('stopped');

/**
 * The same chunks; where the service stops, the last one tells where to go on.
 * @param stopping settles when it does
 * @param resumeAfter what its client has got before; null: nothing
 */
export function endingAtStop(chunks: Chunks, stopping: Promise<unknown>, resumeAfter: string | null): Chunks {
  // No race of promises: one that is pending as long as the stream is open would keep all that was raced against it.
  let isStopping = false;
  let stop: (() => void) | undefined;
  void stopping.then(() => {
    isStopping = true;
    stop?.();
  });
  const nextOrStopped = (): Promise<IteratorResult<string, undefined> | typeof STOPPED> =>
    new Promise((resolve, reject) => {
      stop = () => {
        resolve(STOPPED);
      };
      if (isStopping) stop();
      else chunks.next().then(resolve, reject);
    });
  let last = resumeAfter;
  let isOver = false;
  return {
    next: async () => {
      if (isOver) return { done: true, value: undefined };
      const got = await nextOrStopped();
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
