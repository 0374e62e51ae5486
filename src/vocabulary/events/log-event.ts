import type { Position } from '../position.js';
import { REGISTRY_CLASSES, type RegistryEvent } from './registry-events.js';
import { REPORT_CLASSES, type ReportContent } from './report-content.js';
import { ReportCorrected, ReportReinstated, ReportRetracted, SourceReadmitted, SourceWithdrawn } from './report-corrections.js';
import { ReportsLinked, ReportsUnlinked } from './report-links.js';

/** Everything that is ever stored. */
export type LogEvent =
  | ReportContent
  | ReportCorrected
  | ReportRetracted
  | ReportReinstated
  | SourceWithdrawn
  | SourceReadmitted
  | ReportsLinked
  | ReportsUnlinked
  | RegistryEvent;

export type LogEventType = LogEvent['type'];

/** The class of each stored event. */
export const EVENT_CLASSES = {
  ...REPORT_CLASSES,
  ...REGISTRY_CLASSES,
  ReportCorrected,
  ReportRetracted,
  ReportReinstated,
  SourceWithdrawn,
  SourceReadmitted,
  ReportsLinked,
  ReportsUnlinked,
} as const satisfies Record<LogEventType, new () => LogEvent>;

/** True for a report itself, as it was first recorded. */
export function isReport(event: LogEvent): event is ReportContent {
  return Object.hasOwn(REPORT_CLASSES, event.type);
}

/** True for an event that defines or changes an entry of the registry. */
export function isRegistryEvent(event: LogEvent): event is RegistryEvent {
  return Object.hasOwn(REGISTRY_CLASSES, event.type);
}

/** What travels beside an event; a copied log keeps it. */
export interface EventMetadata {
  /** When the event was recorded: RFC 3339, UTC, milliseconds. */
  readonly recordedAt: string;
  /** The name of the key that it was posted with. */
  readonly postedBy: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** The version of the stored form of the event's type. */
  readonly version: number;
  /** SHA-256 of all that the event holds, in hexadecimal digits; left out before events had hashes. */
  readonly sha256?: string;
  /** That of the event before it in its stream; null for the first one. */
  readonly streamSha256?: string | null;
  /** That of the event before it in the log, on the embedded store; null for the first one. */
  readonly logSha256?: string | null;
}

/** An event of ours with its place in the log. */
export interface Recorded<E extends LogEvent = LogEvent> {
  readonly position: Position;
  /** Place in its stream, from 0. */
  readonly revision: bigint;
  readonly event: E;
  readonly metadata: EventMetadata;
}
