import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import type { SilenceLimit } from './silence-limit.js';

/** A read or a subscription of the client: a Readable of objects, in the types of another version of Node. */
export type Feed = ObjectStream & ({ cancel: () => Promise<void> } | { unsubscribe: () => Promise<void> });

interface ObjectStream {
  readonly readableLength: number;
  read(): unknown;
  on(event: 'readable' | 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (failure: Error) => void): unknown;
}

/** The most events that are handed on at once. */
export const BATCH = 500;

/** In a flow of events a batch grows for so long, in milliseconds: a server may hand over no more than one at a time. */
const GATHERED_MS = 5;

/**
 * The events of a read or a subscription, as many at a time as have arrived. While the consumer is busy, at most a batch
 * is held and the server is made to wait. Left in any way, it cancels the call.
 * @param signal ends it
 * @param gathers whether in a flow of events, one that comes shortly after the last batch, more are waited for; not for what has an end of its own
 * @throws the client's error; NoAnswer
 */
export async function* eventBatches<E>(feed: Feed, silence: SilenceLimit, signal: AbortSignal, gathers = false): AsyncGenerator<E[]> {
  const state: { ended: boolean; failure?: Error; wake?: () => void } = { ended: false };
  const wake = (): void => state.wake?.();
  const end = (): void => {
    state.ended = true;
    wake();
  };
  feed.on('readable', wake);
  feed.on('end', end);
  feed.on('close', end);
  // Never taken off: a cancelled call may report that it was cancelled.
  feed.on('error', (failure: Error) => {
    state.failure ??= failure;
    end();
  });
  signal.addEventListener('abort', wake);
  let handedOnAt = -Infinity;
  try {
    for (;;) {
      const batch = takeArrived<E>(feed);
      if (signal.aborted) return;
      if (batch.length > 0) {
        yield batch;
        handedOnAt = performance.now();
      } else if (state.failure) throw state.failure;
      else if (state.ended) return;
      else {
        await silence.during(new Promise<void>((resolve) => (state.wake = resolve)));
        const isFlow = gathers && performance.now() - handedOnAt < GATHERED_MS;
        if (isFlow) await pause(GATHERED_MS, undefined, { signal }).catch(() => undefined);
        else await untilNoMoreCome(feed);
      }
    }
  } finally {
    signal.removeEventListener('abort', wake);
    discardRest(feed);
    // Not waited for: it settles only after the client has found a server.
    cancel(feed).catch(() => undefined);
  }
}

/** The client hands over its events one by one: those that came together are there some turns of the event loop later. */
async function untilNoMoreCome(feed: Feed): Promise<void> {
  let before;
  do {
    before = feed.readableLength;
    await setImmediate();
  } while (feed.readableLength > before && feed.readableLength < BATCH);
}

function takeArrived<E>(feed: Feed): E[] {
  const batch: E[] = [];
  while (batch.length < BATCH) {
    const event = feed.read() as E | null;
    if (event === null) break;
    batch.push(event);
  }
  return batch;
}

/** A call with something left to read never ends, cancelled or not, and closing the client would wait for it. */
function discardRest(feed: Feed): void {
  const discard = (): void => {
    while (feed.read() !== null);
  };
  feed.on('readable', discard);
  discard();
}

async function cancel(feed: Feed): Promise<void> {
  await ('cancel' in feed ? feed.cancel() : feed.unsubscribe());
}
