import type { EventStore, NewEvent, RecordedEvent } from '../event-store/event-store.js';
import type { LogToCopy } from './open-log.js';
import { differenceOf } from './same-event.js';

/** Events of one stream that follow each other may share an append, as many as this. */
const MOST_EVENTS = 100;
const MOST_BYTES = 500_000;

/** The log that is written to holds something that the other one does not. */
export class OtherLog extends Error {}

export interface CopyProgress {
  /** Events that stand in both logs. */
  readonly copied: number;
  /** How many of them were there before this run. */
  readonly found: number;
}

/**
 * Copies a log into another store: ids, order, data and metadata, `recordedAt` among them. What an earlier run copied is found and
 * compared, so that it may be stopped and repeated at any time; a lost answer is no harm, since an append with the same ids counts once.
 * @throws OtherLog where the target holds other events; StoreUnavailable
 */
export async function* copyLog(from: LogToCopy, to: EventStore): AsyncIterable<CopyProgress> {
  const there = eventsOf(to);
  let found = 0;
  let copied = 0;
  let pending: RecordedEvent[] = [];
  for await (const events of from.readAll()) {
    for (const event of events) {
      if (found === copied && pending.length === 0) {
        const next = await there.next();
        if (next.done !== true) {
          requireSame(event, next.value);
          found += 1;
          copied += 1;
          continue;
        }
      }
      if (!fits(pending, event)) {
        await append(to, pending);
        copied += pending.length;
        pending = [];
      }
      pending.push(event);
    }
    yield { copied, found };
  }
  if (pending.length > 0) await append(to, pending);
  copied += pending.length;
  const more = found === copied ? await there.next() : undefined;
  if (more !== undefined && more.done !== true)
    throw new OtherLog(`the target holds more: ${more.value.type} ${more.value.id} in ${more.value.stream}`);
  yield { copied, found };
}

/** The events of a log, one by one. */
export async function* eventsOf(store: LogToCopy): AsyncGenerator<RecordedEvent, void> {
  for await (const events of store.readAll()) yield* events;
}

function requireSame(event: RecordedEvent, there: RecordedEvent): void {
  const difference = differenceOf(event, there);
  if (difference !== undefined) throw new OtherLog(`the target holds another log: ${difference}`);
}

function fits(pending: readonly RecordedEvent[], event: RecordedEvent): boolean {
  const [first] = pending;
  if (first === undefined) return true;
  if (first.stream !== event.stream || pending.length === MOST_EVENTS) return false;
  return pending.reduce((bytes, one) => bytes + JSON.stringify(one.data).length, 0) < MOST_BYTES;
}

async function append(to: EventStore, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const expected = first.revision === 0n ? 'no-stream' : first.revision - 1n;
  await to.append(first.stream, events.map(asNew), expected);
}

function asNew({ id, type, data, metadata }: RecordedEvent): NewEvent {
  return { id, type, data, metadata, isCopy: true };
}
