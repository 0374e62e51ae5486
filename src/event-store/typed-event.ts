import { plainToInstance } from 'class-transformer';
import { EVENT_CLASSES, type LogEvent, type LogEventType, type Recorded } from '../vocabulary/events/log-event.js';
import type { Json, RecordedEvent } from './event-store.js';
import { UnreadableEvent } from './unreadable-event.js';

/**
 * A stored event as an instance of its class.
 * @throws UnreadableEvent
 */
export function toLogEvent(recorded: RecordedEvent): Recorded {
  const { type, data, position, revision, metadata } = recorded;
  if (!isKnownType(type)) throw new UnreadableEvent(`the event type "${type}" is not known`);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new UnreadableEvent(`the data of a ${type} is not an object`);
  }
  if (metadata.version !== 1) {
    throw new UnreadableEvent(`version ${String(metadata.version)} of ${type} is not known`);
  }
  const event = plainToInstance<LogEvent, object>(EVENT_CLASSES[type] as new () => LogEvent, { ...data, type });
  return { position, revision, metadata, event };
}

/** What is stored of an event: everything but its type, which the store keeps beside it. */
export function toStoredData(event: LogEvent): Json {
  const { type: _, ...data } = event;
  return JSON.parse(JSON.stringify(data)) as Json;
}

function isKnownType(type: string): type is LogEventType {
  return Object.hasOwn(EVENT_CLASSES, type);
}
