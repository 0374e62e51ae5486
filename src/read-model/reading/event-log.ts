import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { negotiationStream, reportStream, sourceStream } from '../../event-store/stream-names.js';
import { toPlainLogEvent } from '../../event-store/typed-event.js';
import { UnreadableEvent } from '../../event-store/unreadable-event.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import type { Position } from '../../vocabulary/position.js';
import { QuestionTurns } from './question-turns.js';

/** The events of one negotiation, read off the log itself. */
@Injectable()
export class EventLog {
  constructor(private readonly store: EventStore) {}

  /** The position of the last event of all negotiations. @throws StoreUnavailable */
  async head(): Promise<Position> {
    return this.store.head();
  }

  /**
   * In log order, up to a position, others having their turn in between. What cannot be read is told beside it, and stops nothing.
   * @throws StoreUnavailable
   */
  async *of(negotiation: string, upTo: Position, onUnreadable?: (event: UnreadableInLog) => void): AsyncIterable<Recorded> {
    const turns = new QuestionTurns();
    for await (const events of this.store.readAll()) {
      for (const event of events) {
        if (event.position > upTo) return;
        await turns.worked();
        if (!isOf(negotiation, event)) continue;
        const read = readOf(event);
        if ('event' in read) yield read;
        else onUnreadable?.(read);
      }
    }
  }
}

/** An event that cannot be read, and why. */
export interface UnreadableInLog {
  readonly position: string;
  readonly type: string;
  readonly detail: string;
}

function readOf(event: RecordedEvent): Recorded | UnreadableInLog {
  try {
    return toPlainLogEvent(event);
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    return { position: String(event.position), type: event.type, detail: error.message };
  }
}

/** By what it says; where that cannot be read, by its stream. */
function isOf(negotiation: string, { stream, data }: RecordedEvent): boolean {
  if (typeof data === 'object' && data !== null && 'negotiation' in data) return data.negotiation === negotiation;
  return stream === negotiationStream(negotiation) || [sourceStream, reportStream].some((of) => stream.startsWith(of(negotiation, '')));
}
