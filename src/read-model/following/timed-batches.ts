import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from '../../event-store/event-store.js';

/** A batch grows until it takes about so long to read and to apply: a request waits for no more than that. */
export const SHORT_TURN_MS = 40;
const FEWEST_EVENTS = 100;
const MOST_EVENTS = 5_000;
const FIRST_SIZE = 500;
/** So many at once show that the log is ahead, and that more are on their way. */
const FLOW_EVENTS = 50;
/** So long are those waited for, where nobody waits for what is there. */
const FLOW_MS = 25;

type Page = readonly RecordedEvent[];

/** How a batch is taken. */
export interface Pace {
  /** About how long reading and applying it may take. */
  readonly turnMs: number;
  /** Whether somebody may wait until it is applied, as whoever has posted does: then it waits for nothing. */
  readonly isAwaited: boolean;
}

/**
 * Cuts what a log gives into batches of which each one becomes a transaction: as large as the time allows, for the rows of a large one
 * are written in fewer and fuller pages of the file. The events of one command stay together. In a flow of events for which nobody
 * waits the next ones are waited for a moment; else it waits for nothing: what has not arrived when a batch begins comes with the next one. Between two batches others have their turn.
 * @param paceOf a batch that begins with this event
 */
export async function* timedBatches(pages: AsyncIterable<Page>, paceOf: (first: RecordedEvent | undefined) => Pace): AsyncGenerator<Page> {
  const source = new Ahead(pages[Symbol.asyncIterator]());
  let size = FIRST_SIZE;
  let rest: Page = [];
  try {
    for (;;) {
      const first = rest.length > 0 ? rest : await source.next();
      if (first === undefined) return;
      const begun = performance.now();
      const { turnMs, isAwaited } = paceOf(first[0]);
      const gathered = await gather(first, source, size, isAwaited);
      const end = endOfCommand(gathered, size);
      const batch = gathered.slice(0, end);
      rest = gathered.slice(end);
      yield batch;
      // A smaller one had to be waited for: its time says nothing.
      if (batch.length >= size) size = nextSize(size, performance.now() - begun, turnMs);
      await nextRound();
    }
  } finally {
    source.leave();
  }
}

async function gather(first: Page, source: Ahead, size: number, isAwaited: boolean): Promise<Page> {
  const gathered = [...first];
  let last = first;
  // One event more than fits: it shows whether the command behind the last one goes on.
  while (endOfCommand(gathered, size) === gathered.length) {
    const more = await source.arrived(!isAwaited && last.length >= FLOW_EVENTS ? FLOW_MS : 0);
    if (more === undefined) break;
    gathered.push(...more);
    last = more;
  }
  return gathered;
}

/** Where a batch of about a size ends: an import as a whole is one command, and its events are seen together or not at all. */
function endOfCommand(events: Page, size: number): number {
  let end = Math.min(size, events.length);
  while (end < events.length && isOfOneCommand(events[end - 1], events[end])) end += 1;
  return end;
}

function isOfOneCommand(a: RecordedEvent | undefined, b: RecordedEvent | undefined): boolean {
  return a?.metadata.causationId === b?.metadata.causationId;
}

function nextSize(size: number, tookMs: number, turnMs: number): number {
  const fitting = Math.floor((size * turnMs) / Math.max(tookMs, 1));
  return Math.max(FEWEST_EVENTS, Math.min(MOST_EVENTS, 2 * size, fitting));
}

/** Reads one page ahead, so that it can be seen whether there is one without waiting for it. */
class Ahead {
  private coming: Promise<IteratorResult<Page>>;

  constructor(private readonly pages: AsyncIterator<Page>) {
    this.coming = this.ask();
  }

  /** The next page; undefined at the end. @throws what the log throws, once all that came before it is taken */
  async next(): Promise<Page | undefined> {
    const result = await this.coming;
    if (result.done === true) return undefined;
    this.coming = this.ask();
    return result.value;
  }

  /** The next page if it is there within this turn, or so many milliseconds; the end and errors are left for `next`. */
  async arrived(withinMs: number): Promise<Page | undefined> {
    const enough = new AbortController();
    const wait = withinMs === 0 ? nextRound() : pause(withinMs, undefined, { signal: enough.signal });
    const result = await Promise.race([this.coming, wait]).catch(() => undefined);
    enough.abort();
    return result === undefined || result.done === true ? undefined : this.next();
  }

  leave(): void {
    void this.pages.return?.().catch(() => undefined);
  }

  private ask(): Promise<IteratorResult<Page>> {
    const coming = this.pages.next();
    // Nobody may wait for it any more when it fails.
    coming.catch(() => undefined);
    return coming;
  }
}
