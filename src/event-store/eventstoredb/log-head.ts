import {
  type AllStreamRecordedEvent,
  type AllStreamResolvedEvent,
  BACKWARDS,
  END,
  type EventStoreDBClient,
  type ReadPosition,
} from '@eventstore/db-client';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import type { Connection } from './connection.js';
import { eventBatches } from './event-batches.js';
import type { Limits } from './limits.js';
import { isOurs } from './own-event.js';
import { untilItWorks } from './patience.js';
import { SilenceLimit } from './silence-limit.js';

const LARGEST_PAGE = 4_096;

/** Finds our last event. In a log shared with others it may lie far back: what was searched once is not searched again. */
export class LogHead {
  private searchedTo = BEFORE_ALL;
  private head = BEFORE_ALL;
  /** Of our last event, as it says; milliseconds since 1970. */
  newestRecordedAt: number | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {}

  /**
   * @returns 0 where none of the events is ours
   * @throws StoreUnavailable
   */
  async find(): Promise<Position> {
    try {
      return await untilItWorks(this.connection, this.limits, (client, tryMs) => this.search(client, tryMs));
    } catch (error) {
      throw await this.connection.explained(error);
    }
  }

  private async search(client: EventStoreDBClient, silentMs: number): Promise<Position> {
    let newest: Position | undefined;
    let fromPosition: ReadPosition = END;
    // Mostly the very last event is ours: reading no more than that costs a third of a read that is broken off.
    for (let count = 1; ; count = Math.min(32 * count, LARGEST_PAGE)) {
      let read = 0;
      for await (const event of this.readBackwards(client, fromPosition, count, silentMs)) {
        const { position }: AllStreamRecordedEvent = event;
        read += 1;
        newest ??= position.commit;
        fromPosition = position;
        if (isOurs(event)) {
          this.newestRecordedAt = recordedAt(event);
          return this.remember(newest, position.commit);
        }
        // A log that ends before what was searched has been put back to an older state.
        if (position.commit <= this.searchedTo && newest >= this.searchedTo) return this.remember(newest, this.head);
      }
      this.connection.assertOpen();
      if (read < count) return this.remember(newest ?? BEFORE_ALL, BEFORE_ALL);
    }
  }

  /** The event at the position is left out. */
  private async *readBackwards(
    client: EventStoreDBClient,
    fromPosition: ReadPosition,
    maxCount: number,
    silentMs: number,
  ): AsyncGenerator<AllStreamRecordedEvent> {
    const { credentials, closing } = this.connection;
    const feed = client.readAll({ direction: BACKWARDS, fromPosition, maxCount, credentials });
    for await (const batch of eventBatches<AllStreamResolvedEvent>(feed, new SilenceLimit(silentMs), closing)) {
      for (const { event } of batch) if (event) yield event;
    }
  }

  private remember(searchedTo: Position, head: Position): Position {
    this.searchedTo = searchedTo;
    this.head = head;
    return head;
  }
}

function recordedAt({ metadata, created }: AllStreamRecordedEvent): number {
  const told = Date.parse(String((metadata as Partial<Record<'recordedAt', unknown>> | undefined)?.recordedAt));
  return Number.isNaN(told) ? created.getTime() : told;
}
