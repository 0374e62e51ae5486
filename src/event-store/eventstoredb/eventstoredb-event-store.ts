import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { checkEvents } from '../check-event.js';
import type { Appended, EventStore, LogTimes, NewEvent, OnPassed, RecordedEvent, Revision, StreamName } from '../event-store.js';
import { HistoryErased, type HistoryFault } from '../history-fault.js';
import { Appender } from './appender.js';
import { toStoreError } from './client-failure.js';
import { Connection } from './connection.js';
import { eventAt } from './event-at.js';
import { HistoryWatch } from './history-watch.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import { LogHead } from './log-head.js';
import { ownEvents } from './own-events.js';
import { resuming, untilItWorks } from './patience.js';
import { readStream } from './read-stream.js';
import { StreamEnds } from './stream-ends.js';

/** The log in EventStoreDB, one node or a cluster. Streams of others in the same log are passed over. */
export class EventStoreDbEventStore implements EventStore {
  readonly hasOneWriter = false;
  private readonly connection: Connection;
  private readonly limits: Limits;
  private readonly appender: Appender;
  private readonly history: HistoryWatch;
  private readonly logHead: LogHead;
  private readonly ends = new StreamEnds();
  private readonly appends = new Set<Promise<Appended>>();

  /**
   * @param url `esdb://…` or `esdb+discover://…`, or as KurrentDB calls them; nothing is sent before the first call
   * @param now milliseconds since 1970
   * @throws Error where the URL cannot be read; it shows no password
   */
  constructor(url: string, now: () => number, limits: Partial<Limits> = {}) {
    this.connection = new Connection(url);
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.logHead = new LogHead(this.connection, this.limits);
    this.history = new HistoryWatch(this.connection, this.limits);
    this.appender = new Appender(this.connection, this.limits, this.logHead, this.history, this.ends, now);
  }

  async append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended> {
    const checked = checkEvents(events);
    this.connection.assertOpen();
    this.requireWhole(stream);
    const append = this.appender.append(stream, checked, expected);
    this.appends.add(append);
    return append.finally(() => this.appends.delete(append));
  }

  async *readStream(stream: StreamName, from: Revision = 0n): AsyncIterable<RecordedEvent> {
    this.requireWhole(stream);
    for await (const event of readStream(this.connection, this.limits, this.history, stream, from)) {
      this.ends.saw(event);
      yield event;
    }
  }

  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return untilItWorks(this.connection, this.limits, (client, tryMs) => eventAt(client, this.connection, position, tryMs));
  }

  async *readAll(after: Position = BEFORE_ALL): AsyncIterable<readonly RecordedEvent[]> {
    const { closing, credentials } = this.connection;
    const head = await this.head();
    let position = after;
    if (position >= head) return;
    yield* resuming(this.connection, this.limits, async function* (client, silentMs) {
      for await (const batch of ownEvents(client, position, { credentials, silentMs, live: false, signal: closing })) {
        const events = batch.filter((event) => event.position <= head);
        if (events.length > 0) yield events;
        position = batch.at(-1)?.position ?? position;
        if (position >= head) return;
      }
    });
    this.connection.assertOpen();
  }

  async *subscribeAll(after: Position, signal: AbortSignal, onPassed?: OnPassed): AsyncIterable<readonly RecordedEvent[]> {
    const { closing, credentials, server } = this.connection;
    const either = AbortSignal.any([signal, closing]);
    if (either.aborted) return;
    try {
      const following = { credentials, silentMs: this.limits.tryMs, live: true, signal: either, onPassed };
      yield* ownEvents(this.connection.client, after, following);
    } catch (error) {
      throw toStoreError(error, server);
    }
  }

  async head(): Promise<Position> {
    return this.logHead.find();
  }

  async times(): Promise<LogTimes> {
    const [, server] = await Promise.all([this.head(), this.connection.serverTime()]);
    return { newest: this.logHead.newestRecordedAt, server };
  }

  async *historyFaults(signal: AbortSignal): AsyncIterable<readonly HistoryFault[]> {
    const { closing, server } = this.connection;
    const either = AbortSignal.any([signal, closing]);
    if (either.aborted) return;
    try {
      yield* this.history.watch(this.connection.client, either);
    } catch (error) {
      throw toStoreError(error, server);
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.appends);
    await this.connection.close();
  }

  private requireWhole(stream: StreamName): void {
    const fault = this.history.of(stream);
    if (fault) throw new HistoryErased(fault);
  }
}
