import { type AllStreamResolvedEvent, BACKWARDS, END, type EventStoreDBClient } from '@eventstore/db-client';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import type { Connection } from './connection.js';
import { eventBatches } from './event-batches.js';
import type { Limits } from './limits.js';
import { isOurs } from './own-events.js';
import { untilItWorks } from './patience.js';
import { SilenceLimit } from './silence-limit.js';

/** Finds our last event. In a log shared with others it may lie far back: what was searched once is not searched again. */
export class LogHead {
  private searchedTo = BEFORE_ALL;
  private head = BEFORE_ALL;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {}

  /**
   * @returns 0 where none of the events is ours
   * @throws StoreUnavailable
   */
  async find(): Promise<Position> {
    return untilItWorks(this.connection, this.limits, (client, tryMs) => this.search(client, tryMs));
  }

  private async search(client: EventStoreDBClient, silentMs: number): Promise<Position> {
    const { credentials, closing } = this.connection;
    const feed = client.readAll({ direction: BACKWARDS, fromPosition: END, credentials }, { highWaterMark: 1 });
    let newest: Position | undefined;
    for await (const batch of eventBatches<AllStreamResolvedEvent>(feed, new SilenceLimit(silentMs), closing)) {
      for (const { event } of batch) {
        if (event === undefined) continue;
        const position = event.position.commit;
        newest ??= position;
        if (isOurs(event.streamId)) return this.remember(newest, position);
        // A log that ends before what was searched has been put back to an older state.
        if (position <= this.searchedTo && newest >= this.searchedTo) return this.remember(newest, this.head);
      }
    }
    this.connection.assertOpen();
    return this.remember(newest ?? BEFORE_ALL, BEFORE_ALL);
  }

  private remember(searchedTo: Position, head: Position): Position {
    this.searchedTo = searchedTo;
    this.head = head;
    return head;
  }
}
