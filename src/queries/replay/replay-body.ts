import type { Step } from '../../rules/replay/step.js';

/** Nothing happened for a while. */
export const IDLE = 'idle';

/** Text that is made as the client takes it. */
export type Chunks = AsyncIterableIterator<string>;

/** One step a line. */
export async function* ndjson(steps: AsyncIterable<Step>): AsyncGenerator<string> {
  for await (const step of steps) yield `${JSON.stringify(step)}\n`;
}

/** One step an event: its `id` is the position, on the axes of days the number of the step. A comment where nothing happens. */
export async function* serverSentEvents(steps: AsyncIterable<Step | typeof IDLE>): AsyncGenerator<string> {
  for await (const step of steps) {
    yield step === IDLE ? ': idle\n\n' : `id: ${step.position ?? String(step.step)}\nevent: step\ndata: ${JSON.stringify(step)}\n\n`;
  }
}

/**
 * Chunks that can be stopped while they are waited for: `return` of a generator alone waits for what it waits for.
 * @param start makes them; the signal says that nobody takes them any more
 */
export function stoppable(start: (signal: AbortSignal) => AsyncGenerator<string>): Chunks {
  const abort = new AbortController();
  const chunks = start(abort.signal);
  return {
    next: () => chunks.next(),
    return: () => {
      abort.abort();
      return chunks.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The same chunks with the first one made already; null where there is none. */
export async function unlessEmpty(chunks: AsyncGenerator<string>): Promise<AsyncGenerator<string> | null> {
  const first = await chunks.next();
  return first.done === true ? null : startingWith(first.value, chunks);
}

async function* startingWith(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
