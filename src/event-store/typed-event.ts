import { plainToInstance } from 'class-transformer';
import { EVENT_CLASSES, type LogEvent, type LogEventType, type Recorded } from '../vocabulary/events/log-event.js';
import type { Json, RecordedEvent } from './event-store.js';

/** An event that this version of the program has no class for, or whose data does not fit it. */
export class UnreadableEvent extends Error {}

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

/** What is stored of an event, as JSON: everything but its type, which the store keeps beside it. */
export function toStoredData(event: LogEvent): Json {
  const { type: _, ...data } = event;
  // The instances are JSON in all but their classes.
  return data as unknown as Json;
}

function isKnownType(type: string): type is LogEventType {
  return Object.hasOwn(EVENT_CLASSES, type);
}
