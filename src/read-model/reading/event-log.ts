import { Injectable } from '@nestjs/common';
import type { Json } from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { toPlainLogEvent } from '../../event-store/typed-event.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import type { Position } from '../../vocabulary/position.js';

/** The events of one negotiation, read off the log itself. */
@Injectable()
export class EventLog {
  constructor(private readonly store: EventStore) {}

  /** The position of the last event of all negotiations. @throws StoreUnavailable */
  async head(): Promise<Position> {
    return this.store.head();
  }

  /** In log order, up to a position. @throws StoreUnavailable, UnreadableEvent */
  async *of(negotiation: string, upTo: Position): AsyncIterable<Recorded> {
    for await (const events of this.store.readAll()) {
      for (const event of events) {
        if (event.position > upTo) return;
        // Those of others are not read: an unreadable one among them is no concern of this negotiation.
        if (isOf(negotiation, event.data)) yield toPlainLogEvent(event);
      }
    }
  }
}

function isOf(negotiation: string, data: Json): boolean {
  return typeof data === 'object' && data !== null && 'negotiation' in data && data.negotiation === negotiation;
}
