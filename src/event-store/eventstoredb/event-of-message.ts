import { BEFORE_ALL } from '../../vocabulary/position.js';
import type { Json, RecordedEvent } from '../event-store.js';
import { jsonOrText } from '../json-or-text.js';
import type { EventMessage } from './event-message.js';
import { isOfUs } from './own-event.js';
import { toMetadata } from './stored-event.js';

/**
 * An event of what the server sent. As the client makes them, each is parsed when it comes: what waits for its batch is then many small objects,
 * which cost more to keep than they did to make. Here the data stay the bytes that came until somebody reads them.
 */
export function eventOfMessage({
  id,
  stream,
  revision,
  position,
  type,
  contentType,
  created,
  data: bytes,
  metadata: stored,
}: EventMessage): RecordedEvent {
  const isJson = contentType === 'application/json';
  const metadata = jsonOrText(stored.toString('utf8'));
  const event = {
    id,
    stream,
    revision,
    position: position ?? BEFORE_ALL,
    type,
    get data(): Json {
      const text = bytes.toString('utf8');
      return isJson ? jsonOrText(text) : text;
    },
    metadata: toMetadata(metadata, () => dateOf(created)),
    ...(!isOfUs({ type, metadata }) && { isForeign: true as const }),
  };
  // No part of what an event is, and none of a copy of it.
  return isJson ? Object.defineProperty(event, 'dataAsStored', { value: bytes }) : event;
}

/** @param ticks of the server: tenths of a microsecond since 1970 */
function dateOf(ticks: string): Date {
  return new Date(Math.floor(Number(ticks) / TICKS_PER_MILLISECOND));
}

const TICKS_PER_MILLISECOND = 10_000;
