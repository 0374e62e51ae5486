import { plainToInstance } from 'class-transformer';
import { EVENT_CLASSES, type LogEvent, type Recorded } from '../vocabulary/events/log-event.js';
import { currentVersion } from '../vocabulary/events/upcasters/upcasters.js';
import { currentForm, type StoredForm } from './current-form.js';
import type { Json, RecordedEvent } from './event-store.js';

/** Of the decorators only `@Type` is in use, which this leaves alone; not looking for the others saves a quarter of the time. */
const TYPES_ONLY = { ignoreDecorators: true };

/**
 * A stored event, of whatever version, as an instance of its class of today.
 * @throws UnreadableEvent
 */
export function toLogEvent(recorded: RecordedEvent): Recorded {
  const { position, revision, metadata } = recorded;
  const { type, data } = currentForm(recorded);
  const event = plainToInstance<LogEvent, object>(EVENT_CLASSES[type] as new () => LogEvent, { ...data, type }, TYPES_ONLY);
  return { position, revision, metadata, event };
}

/**
 * The same event with the same fields, but as plain objects that share their parts with what is given: what reads a whole log
 * and asks for no class saves most of its time (ADR 10).
 * @throws UnreadableEvent
 */
export function toPlainLogEvent(recorded: RecordedEvent): Recorded {
  const { position, revision, metadata } = recorded;
  return { position, revision, metadata, event: plainEventOf(recorded) };
}

/** What a stored event says, without its place in the log; else as `toPlainLogEvent`. @throws UnreadableEvent */
export function plainEventOf(stored: StoredForm): LogEvent {
  const { type, data } = currentForm(stored);
  return { ...data, type } as unknown as LogEvent;
}

/** What is stored of an event, as JSON, in the form of `currentVersion`: everything but its type, which the store keeps beside it. */
export function toStoredData(event: LogEvent): Json {
  const { type: _, ...data } = event;
  const stored = event.type === 'ReportCorrected' ? { ...data, reportVersion: currentVersion(event.report.type) } : data;
  // The instances are JSON in all but their classes.
  return stored as unknown as Json;
}
