import { StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import type { Position } from '../../vocabulary/position.js';
import type { CheckedEvent } from '../check-event.js';
import { statedHash } from '../event-hash.js';
import { type Appended, type NewEvent, RevisionConflict, StoreUnavailable, type StreamName } from '../event-store.js';
import { HistoryErased } from '../history-fault.js';
import type { Expected } from './append-message.js';
import type { Connection } from './connection.js';
import type { HistoryWatch } from './history-watch.js';
import type { Limits } from './limits.js';
import type { LogHead } from './log-head.js';
import { untilItWorks } from './patience.js';
import { readStream } from './read-stream.js';
import { SilenceLimit } from './silence-limit.js';
import { sealEvents } from './seal-events.js';
import type { StreamEnds } from './stream-ends.js';
import { deleted } from './stream-settings.js';

/** Appends exactly once: every try has the same event ids and the same expectation, which the server recognises. */
export class Appender {
  /** Of the last event that this store has appended. */
  private newest: Position | undefined;
  private headAtFirstAppend: Promise<Position> | undefined;
  /** A caller that tries again with the same events gets the same `recordedAt`. */
  private readonly stamps = new WeakMap<NewEvent, string>();

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
    private readonly logHead: LogHead,
    private readonly history: HistoryWatch,
    private readonly ends: StreamEnds,
    private readonly now: () => number,
  ) {}

  /**
   * @param events that were checked
   * @throws RevisionConflict; HistoryErased; UnstorableEvent; StoreUnavailable: outcome unknown
   */
  async append(stream: StreamName, events: readonly CheckedEvent[], expected: Expected): Promise<Appended> {
    const newestBefore = this.newest ?? (await this.headBefore());
    const recordedAts = this.recordedAts(events);
    const before = expected === 'no-stream' ? -1n : expected;
    const streamSha256 = before < 0n ? null : await this.hashAt(stream, before);
    const { stored, revision: last, sha256 } = sealEvents(stream, events, before, streamSha256, recordedAts);
    this.ends.sent(stream, last, sha256);
    const outcome = await untilItWorks(this.connection, this.limits, (client, tryMs) => {
      const limit = new SilenceLimit(tryMs);
      return this.connection.appendCall(client).append(stream, stored, expected, (wait) => limit.during(wait));
    }).catch((error: unknown) => {
      this.ends.failed(stream, sha256);
      throw isOfDeletedStream(error) ? new HistoryErased(this.history.hasMet(deleted(stream))) : error;
    });
    const conflict = outcome instanceof WrongExpectedVersionError;
    if (!conflict && outcome.position !== undefined && outcome.position > newestBefore) {
      const { revision, position } = outcome;
      if (position > (this.newest ?? newestBefore)) this.newest = position;
      // A server takes up a deleted stream where it ended, whatever is expected of it.
      if (revision !== last) throw new HistoryErased(this.history.hasMet(deleted(stream)));
      this.ends.settled(stream, last, sha256);
      return { revision, position, recordedAt: recordedAts.at(-1) ?? '' };
    }
    this.ends.failed(stream, sha256);
    // A position that is not new is that of an earlier append of these events, whose `recordedAt` is its own.
    const earlier = await this.earlierAppend(stream, events, expected);
    if (earlier) return earlier;
    if (!conflict) throw new StoreUnavailable(`the events that were appended to ${stream} are not there`);
    const { actualVersion } = outcome;
    throw new RevisionConflict(stream, expected, typeof actualVersion === 'bigint' ? actualVersion : 'no-stream');
  }

  /** Asked for once, however many appends come first together. */
  private async headBefore(): Promise<Position> {
    this.headAtFirstAppend ??= this.logHead.find();
    try {
      return await this.headAtFirstAppend;
    } catch (error) {
      this.headAtFirstAppend = undefined;
      throw error;
    }
  }

  /** What an append with the same ids and expectation did before, if it was done. */
  private async earlierAppend(stream: StreamName, events: readonly CheckedEvent[], expected: Expected): Promise<Appended | undefined> {
    const from = expected === 'no-stream' ? 0n : expected + 1n;
    let appended: Appended | undefined;
    let count = 0;
    for await (const event of readStream(this.connection, this.limits, this.history, stream, from, events.length)) {
      if (event.id !== events[count]?.event.id || event.revision !== from + BigInt(count)) return undefined;
      count += 1;
      this.ends.saw(event);
      appended = { revision: event.revision, position: event.position, recordedAt: event.metadata.recordedAt };
    }
    return count === events.length ? appended : undefined;
  }

  /** null where no such event is: the expectation is then wrong, and the server says so. */
  private async hashAt(stream: StreamName, revision: bigint): Promise<string | null> {
    const known = this.ends.hashAt(stream, revision);
    if (known !== undefined) return known;
    for await (const event of readStream(this.connection, this.limits, this.history, stream, revision, 1)) return statedHash(event);
    return null;
  }

  private recordedAts(events: readonly CheckedEvent[]): string[] {
    const now = new Date(this.now()).toISOString();
    return events.map(({ event }) => {
      const recordedAt = event.metadata.recordedAt ?? this.stamps.get(event) ?? now;
      this.stamps.set(event, recordedAt);
      return recordedAt;
    });
  }
}

function isOfDeletedStream(error: unknown): boolean {
  return error instanceof StoreUnavailable && error.cause instanceof StreamDeletedError;
}
