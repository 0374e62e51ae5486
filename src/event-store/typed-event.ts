import { plainToInstance } from 'class-transformer';
import { EVENT_CLASSES, type LogEvent, type Recorded } from '../vocabulary/events/log-event.js';
import { currentVersion } from '../vocabulary/events/upcasters/upcasters.js';
import { currentForm } from './current-form.js';
import type { Json, RecordedEvent } from './event-store.js';

/**
 * A stored event, of whatever version, as an instance of its class of today.
 * @throws UnreadableEvent
 */
export function toLogEvent(recorded: RecordedEvent): Recorded {
  const { position, revision, metadata } = recorded;
  const { type, data } = currentForm(recorded);
  const event = plainToInstance<LogEvent, object>(EVENT_CLASSES[type] as new () => LogEvent, { ...data, type });
  return { position, revision, metadata, event };
}

/** What is stored of an event, in the form of `currentVersion`: everything but its type, which the store keeps beside it. */
export function toStoredData(event: LogEvent): Json {
  const { type: _, ...data } = event;
  const stored = event.type === 'ReportCorrected' ? { ...data, reportVersion: currentVersion(event.report.type) } : data;
  return JSON.parse(JSON.stringify(stored)) as Json;
}
