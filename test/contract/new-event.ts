import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '../../src/event-store/event-store.js';

/** An event to append; `parts` say what matters in it. */
export function newEvent(parts: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUID(),
    type: 'PositionStated',
    data: { summary: 'nothing new' },
    metadata: { postedBy: 'desk', correlationId: randomUUID(), causationId: randomUUID(), version: 1 },
    ...parts,
  };
}

export function newEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, i) => newEvent({ data: { number: i } }));
}

export const idsOf = (events: readonly Pick<RecordedEvent, 'id'>[]): string[] => events.map((event) => event.id);
