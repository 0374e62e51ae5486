import type { Step } from '../../rules/replay/step.js';

/** One message of an event stream, or several. */
export interface Sent {
  readonly text: string;
}

/** Nothing happened for a while. */
export const IDLE: Sent = { text: ': idle\n\n' };

/** @param id what `Last-Event-ID` then says @param json of the step */
export function stepSent(id: string, json: string): Sent {
  return { text: `id: ${id}\nevent: step\ndata: ${json}\n\n` };
}

/** The last message to a client that is too slow: the stream ends, and goes on for one who asks with this `Last-Event-ID`. */
export function dropped(resumeAfter: string): Sent {
  return { text: `event: dropped\ndata: ${JSON.stringify({ resumeAfter })}\n\n` };
}

/** Text that is made as the client takes it. */
export type Chunks = AsyncIterableIterator<string>;

/** One step a line. */
export async function* ndjson(steps: AsyncIterable<Step>): AsyncGenerator<string> {
  for await (const step of steps) yield `${JSON.stringify(step)}\n`;
}

/** One step an event: its `id` is the position, on the axes of days the number of the step. */
export async function* serverSentEvents(steps: AsyncIterable<Step | Sent>): AsyncGenerator<string> {
  for await (const step of steps) {
    yield ('text' in step ? step : stepSent(step.position ?? String(step.step), JSON.stringify(step))).text;
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

/**
 * The same chunks; where the client does not take one for too long, it is cut off.
 * @param limit milliseconds
 */
export function cutOffWhenStalled(chunks: Chunks, limit: number, cutOff: () => void): Chunks {
  let timer: NodeJS.Timeout | undefined;
  return {
    next: async () => {
      clearTimeout(timer);
      const got = await chunks.next();
      if (got.done !== true) timer = setTimeout(cutOff, limit);
      return got;
    },
    return: async () => {
      clearTimeout(timer);
      return (await chunks.return?.()) ?? { done: true, value: undefined };
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
