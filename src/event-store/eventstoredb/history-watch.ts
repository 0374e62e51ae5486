import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  eventTypeFilter,
  type ReadPosition,
  START,
} from '@eventstore/db-client';
import type { StreamName } from '../event-store.js';
import type { HistoryFault } from '../history-fault.js';
import { isNamedLikeOurs } from '../stream-names.js';
import type { Connection } from './connection.js';
import { endOfStream } from './end-of-stream.js';
import type { Limits } from './limits.js';
import { OwnStreams, someAtATime } from './own-streams.js';
import { SilenceLimit } from './silence-limit.js';
import {
  allMissing,
  DELETED_FOR_GOOD,
  deleted,
  eventsMissing,
  faultOfSettings,
  SETTINGS_CHANGED,
  streamConcerned,
} from './stream-settings.js';

/** How many events of others the server passes over before it gives a sign of life. */
const CHECKPOINT_AFTER = 1_000;

/** Knows which streams lose events, or have lost some: by a subscription to the settings of all streams. */
export class HistoryWatch {
  /** By what is set, or was done. */
  private readonly told = new Map<StreamName, HistoryFault>();
  /** What reads and appends met. */
  private readonly met = new Map<StreamName, HistoryFault>();
  /** What is set takes nothing away, perhaps no more; by whether it was deleted before. How such a stream begins is still to be looked at. */
  private readonly setAnew = new Map<StreamName, boolean>();
  private readonly own: OwnStreams;
  private seenTo: ReadPosition = START;
  private wake: () => void = () => undefined;
  private hasChanged = true;
  private isCaughtUp = false;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {
    this.own = new OwnStreams(connection, limits);
  }

  /** What is amiss with a stream, as far as it is known. */
  of(stream: StreamName): HistoryFault | undefined {
    return this.told.get(stream) ?? this.met.get(stream);
  }

  /** A read or an append met it. What is set explains more. */
  hasMet(fault: HistoryFault): HistoryFault {
    const { stream } = fault;
    this.own.met(stream);
    if (!this.met.has(stream)) this.hasChanged = true;
    this.met.set(stream, fault);
    this.wake();
    return this.told.get(stream) ?? fault;
  }

  /**
   * The faults of our streams: once all settings are known, then at each change. A second call goes on where the first one was cut off.
   * @throws the client's error; NoAnswer
   */
  async *watch(client: EventStoreDBClient, signal: AbortSignal): AsyncGenerator<readonly HistoryFault[]> {
    const silence = new SilenceLimit(this.limits.tryMs);
    const feed = this.subscribe(client, silence);
    const failures: Error[] = [];
    const wake = (): void => {
      this.wake();
    };
    feed.on('data', ({ event }) => {
      silence.heard();
      if (event) this.learn(event);
      this.wake();
    });
    feed.once('caughtUp', () => {
      this.isCaughtUp = true;
      silence.lift();
      this.wake();
    });
    feed.on('error', (failure) => {
      failures.push(failure);
      this.wake();
    });
    feed.once('end', () => {
      failures.push(new Error('the subscription to settings of streams ended'));
      this.wake();
    });
    signal.addEventListener('abort', wake);
    try {
      while (!signal.aborted) {
        const failure = failures.at(0);
        if (failure) throw failure;
        if (this.isCaughtUp && this.hasChanged) {
          this.hasChanged = false;
          yield await this.ofOurs(client);
        } else {
          await silence.during(new Promise<void>((resolve) => (this.wake = resolve)));
        }
      }
    } finally {
      signal.removeEventListener('abort', wake);
      feed.unsubscribe().catch(() => undefined);
    }
  }

  private subscribe(client: EventStoreDBClient, silence: SilenceLimit): AllStreamSubscription {
    this.isCaughtUp = false;
    const filter = eventTypeFilter({
      prefixes: [SETTINGS_CHANGED, DELETED_FOR_GOOD],
      maxSearchWindow: CHECKPOINT_AFTER,
      checkpointReached: (_subscription, position) => {
        this.seenTo = position;
        silence.heard();
      },
    });
    return client.subscribeToAll({ fromPosition: this.seenTo, filter, credentials: this.connection.credentials });
  }

  private learn({ type, streamId, data, position }: AllStreamRecordedEvent): void {
    this.seenTo = position;
    const stream = streamConcerned(streamId);
    if (!isNamedLikeOurs(stream)) return;
    // What was met may be there again, once somebody has changed what is set.
    if (this.isCaughtUp && this.met.delete(stream)) this.hasChanged = true;
    if (type === DELETED_FOR_GOOD) this.tell(stream, deleted(stream));
    else if (type === SETTINGS_CHANGED && stream !== streamId) this.set(stream, faultOfSettings(stream, data));
  }

  private set(stream: StreamName, fault: HistoryFault | undefined): void {
    const wasDeleted = this.setAnew.get(stream) === true || this.told.get(stream)?.code === 'stream-deleted';
    this.tell(stream, fault);
    this.setAnew.delete(stream);
    if (fault !== undefined) return;
    this.setAnew.set(stream, wasDeleted);
    this.hasChanged = true;
  }

  private tell(stream: StreamName, fault: HistoryFault | undefined): void {
    if (fault === undefined && !this.told.has(stream)) return;
    this.hasChanged = true;
    if (fault) this.told.set(stream, fault);
    else this.told.delete(stream);
  }

  private async ofOurs(client: EventStoreDBClient): Promise<HistoryFault[]> {
    await this.lookAtThoseSetAnew(client);
    const faults = new Map([...this.met, ...this.told]);
    await this.own.find(client, [...faults.keys()]);
    return [...faults.values()].filter(({ stream }) => this.own.has(stream));
  }

  /** What was scavenged while it was set stays away when the setting is taken back. */
  private async lookAtThoseSetAnew(client: EventStoreDBClient): Promise<void> {
    const setAnew = new Map(this.setAnew);
    await someAtATime(await this.own.inNegotiationsOfOurs(client, [...setAnew.keys()]), async (stream) => {
      const first = await endOfStream(client, this.connection, stream, 'first', this.limits.tryMs);
      if (first === 'deleted' || this.told.has(stream)) return;
      if (first !== undefined && first.revision > 0n) this.met.set(stream, eventsMissing(stream, 0n, first.revision));
      else if (first === undefined && setAnew.get(stream) === true) this.met.set(stream, allMissing(stream));
    });
    for (const [stream, wasDeleted] of setAnew) if (this.setAnew.get(stream) === wasDeleted) this.setAnew.delete(stream);
  }
}
