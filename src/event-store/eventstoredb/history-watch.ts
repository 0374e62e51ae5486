import {
  type AllStreamRecordedEvent,
  type AllStreamSubscription,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  eventTypeFilter,
  type ReadPosition,
  type ResolvedEvent,
  START,
  StreamDeletedError,
  StreamNotFoundError,
} from '@eventstore/db-client';
import type { StreamName } from '../event-store.js';
import type { HistoryFault } from '../history-fault.js';
import { isNamedLikeOurs, streamOfItsNegotiation } from '../stream-names.js';
import type { Connection } from './connection.js';
import { eventBatches } from './event-batches.js';
import type { Limits } from './limits.js';
import { isOfUs } from './own-event.js';
import { SilenceLimit } from './silence-limit.js';
import { DELETED_FOR_GOOD, deleted, faultOfSettings, SETTINGS_CHANGED, streamConcerned } from './stream-settings.js';

/** How many events of others the server passes over before it gives a sign of life. */
const CHECKPOINT_AFTER = 1_000;
/** So many streams are looked at together. */
const AT_A_TIME = 50;

/** Knows which streams lose events, or have lost some: by a subscription to the settings of all streams. */
export class HistoryWatch {
  /** By what is set, or was done. */
  private readonly told = new Map<StreamName, HistoryFault>();
  /** What reads and appends met. */
  private readonly met = new Map<StreamName, HistoryFault>();
  /** Whether the stream is ours, of those with a fault. */
  private readonly isOurs = new Map<StreamName, boolean>();
  private seenTo: ReadPosition = START;
  private wake: () => void = () => undefined;
  private hasChanged = true;
  private isCaughtUp = false;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {}

  /** What is amiss with a stream, as far as it is known. */
  of(stream: StreamName): HistoryFault | undefined {
    return this.told.get(stream) ?? this.met.get(stream);
  }

  /** A read or an append met it. What is set explains more. */
  hasMet(fault: HistoryFault): HistoryFault {
    const { stream } = fault;
    this.isOurs.set(stream, true);
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
    else if (type === SETTINGS_CHANGED && stream !== streamId) this.tell(stream, faultOfSettings(stream, data));
  }

  private tell(stream: StreamName, fault: HistoryFault | undefined): void {
    if (fault === undefined && !this.told.has(stream)) return;
    this.hasChanged = true;
    if (fault) this.told.set(stream, fault);
    else this.told.delete(stream);
  }

  /** Others may have many streams that are called like ours: mostly of a negotiation that there is not, which one look tells of all. */
  private async ofOurs(client: EventStoreDBClient): Promise<HistoryFault[]> {
    const faults = new Map([...this.met, ...this.told]);
    const unknown = [...faults.keys()].filter((stream) => !this.isOurs.has(stream));
    const negotiations = new Set(unknown.map(streamOfItsNegotiation));
    const ours = new Set<StreamName>();
    await someAtATime([...negotiations], async (stream) => {
      if (faults.has(stream) || (await this.holdsOurs(client, stream, false))) ours.add(stream);
    });
    await someAtATime(unknown, async (stream) => {
      this.isOurs.set(stream, ours.has(streamOfItsNegotiation(stream)) && (await this.holdsOurs(client, stream, true)));
    });
    return [...faults.values()].filter(({ stream }) => this.isOurs.get(stream));
  }

  /** By the last event of a stream. @param whenEmpty what is said of one of which nothing is left */
  private async holdsOurs(client: EventStoreDBClient, stream: StreamName, whenEmpty: boolean): Promise<boolean> {
    const { credentials, closing } = this.connection;
    const feed = client.readStream(stream, { direction: BACKWARDS, fromRevision: END, maxCount: 1, credentials });
    try {
      for await (const [last] of eventBatches<ResolvedEvent>(feed, new SilenceLimit(this.limits.tryMs), closing))
        if (last?.event) return isOfUs(last.event);
    } catch (error) {
      if (error instanceof StreamDeletedError) return true;
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return whenEmpty;
  }
}

async function someAtATime(streams: readonly StreamName[], look: (stream: StreamName) => Promise<void>): Promise<void> {
  for (let i = 0; i < streams.length; i += AT_A_TIME) await Promise.all(streams.slice(i, i + AT_A_TIME).map(look));
}
