import { Injectable } from '@nestjs/common';
import { EventStore } from '../event-store/event-store.token.js';
import { toLogEvent } from '../event-store/typed-event.js';
import type { Recorded } from '../vocabulary/events/log-event.js';
import type { Position } from '../vocabulary/position.js';

/** The events of one negotiation, read off the log itself. */
@Injectable()
export class EventLog {
  constructor(private readonly store: EventStore) {}

  /** In log order, up to a position. @throws StoreUnavailable */
  async *of(negotiation: string, upTo: Position): AsyncIterable<Recorded> {
    for await (const events of this.store.readAll()) {
      for (const event of events) {
        if (event.position > upTo) return;
        const recorded = toLogEvent(event);
        if (recorded.event.negotiation === negotiation) yield recorded;
      }
    }
  }
}
