import { EVENT_CLASSES, type EventMetadata, type LogEventType } from '../vocabulary/events/log-event.js';
import { REPORT_CLASSES, type ReportType } from '../vocabulary/events/report-content.js';
import type { StoredData } from '../vocabulary/events/upcasters/upcaster.js';
import { UPCASTERS, type Upcasters } from '../vocabulary/events/upcasters/upcasters.js';
import type { RecordedEvent } from './event-store.js';
import { ForeignEvent, UnreadableEvent } from './unreadable-event.js';

/** What of a stored event says what it holds. */
export type StoredForm = Pick<RecordedEvent, 'type' | 'data'> & { readonly metadata: Pick<EventMetadata, 'version'> } & Partial<
    Pick<RecordedEvent, 'stream' | 'revision' | 'isForeign'>
  >;

/** What a stored event holds, in the form of today. */
export interface CurrentForm {
  readonly type: LogEventType;
  readonly data: StoredData;
}

/**
 * Brings a stored event, of whatever version, into the form of today; whether each field fits is not checked.
 * @throws ForeignEvent; UnreadableEvent for a type that is not known, a version later than today's, or data that is no object
 */
export function currentForm(
  { type, data, metadata, stream, revision, isForeign }: StoredForm,
  upcasters: Upcasters = UPCASTERS,
): CurrentForm {
  if (isForeign) throw new ForeignEvent(`event ${String(revision)} of the stream ${stream ?? ''}, a "${type}", is of another program`);
  if (!isKnownType(type)) throw new UnreadableEvent(`the event type "${type}" is not known`);
  if (!isObject(data)) throw new UnreadableEvent(`the data of a ${type} is not an object`);
  const upcast = fromVersion(metadata.version, type, data, upcasters);
  return { type, data: type === 'ReportCorrected' ? withCurrentContent(upcast, upcasters) : upcast };
}

function fromVersion(version: unknown, type: LogEventType, data: StoredData, upcasters: Upcasters): StoredData {
  const steps = upcasters[type];
  if (!isVersion(version) || version > steps.length + 1) throw new UnreadableEvent(`version ${String(version)} of ${type} is not known`);
  try {
    return steps.slice(version - 1).reduce((form, upcaster) => upcaster(form), data);
  } catch (error) {
    throw new UnreadableEvent(`the data of a ${type} do not fit version ${String(version)}: ${String(error)}`, { cause: error });
  }
}

/** The content of a correction is of a version of its own; once it is in the form of today, that version says nothing more. */
function withCurrentContent({ reportVersion, ...correction }: StoredData, upcasters: Upcasters): StoredData {
  const { report } = correction;
  if (!isObject(report)) throw new UnreadableEvent('the content of a ReportCorrected is not an object');
  if (!isReportType(report.type)) throw new UnreadableEvent(`the report type "${String(report.type)}" is not known`);
  return { ...correction, report: fromVersion(reportVersion, report.type, report, upcasters) };
}

function isVersion(version: unknown): version is number {
  return Number.isInteger(version) && Number(version) >= 1;
}

function isKnownType(type: string): type is LogEventType {
  return Object.hasOwn(EVENT_CLASSES, type);
}

function isReportType(type: unknown): type is ReportType {
  return typeof type === 'string' && Object.hasOwn(REPORT_CLASSES, type);
}

function isObject(value: unknown): value is StoredData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
