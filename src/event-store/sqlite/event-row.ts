import type { EventMetadata } from '../../vocabulary/events/log-event.js';
import type { RecordedEvent } from '../event-store.js';
import { jsonOrText } from '../json-or-text.js';

/** A row of the table `event`. */
export interface EventRow {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: string;
}

/** The values of a row in the order of the columns: to look at those of an object takes far longer. */
export type EventValues = readonly [
  position: number,
  id: string,
  stream: string,
  revision: number,
  type: string,
  data: string,
  metadata: string,
  recordedAt: string,
];

/** The columns of `EventValues`. */
export const VALUES = 'position, id, stream, revision, type, data, metadata, recorded_at';

/** The row by the names of its columns. */
export function rowOf([position, id, stream, revision, type, data, metadata, recorded_at]: EventValues): EventRow {
  return { position, id, stream, revision, type, data, metadata, recorded_at };
}

/** The event that a row holds. */
export function toRecordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    stream: row.stream,
    revision: BigInt(row.revision),
    position: BigInt(row.position),
    type: row.type,
    data: jsonOrText(row.data),
    metadata: metadataOf(row),
  };
}

/** Of what cannot be read, what the row says beside it; no form of an event has the version 0. */
function metadataOf({ metadata, recorded_at: recordedAt }: EventRow): EventMetadata {
  const known = jsonOrText(metadata);
  if (typeof known === 'object' && known !== null) return known as unknown as EventMetadata;
  return { recordedAt, postedBy: '', correlationId: '', causationId: '', version: 0 };
}

/** What of its metadata tells how an event is read, and that it is what was written. */
export type Seal = Pick<EventMetadata, 'recordedAt' | 'version'> & { readonly sha256: string };

const UNIT = String.raw`[^"\\\p{Cc}]`;
const OTHERS = String.raw`(?:,"(?!recordedAt"|version"|sha256")\w+":(?:"${UNIT}*"|null))*`;
/** Each of the three once, in their order. Without escapes a text ends at the next quote: nothing is taken for what stands within another. */
const AS_WRITTEN = new RegExp(
  String.raw`^\{"recordedAt":"(${UNIT}{24})"${OTHERS},"version":([1-9]\d*)${OTHERS},"sha256":"(${UNIT}{64})"\}$`,
  'u',
);

/**
 * The seal in the text of metadata, where this is as the program writes it: to read these three takes less time than to read all.
 * @returns undefined where it is not
 */
export function sealIn(metadata: string): Seal | undefined {
  const [, recordedAt, version, sha256] = AS_WRITTEN.exec(metadata) ?? [];
  return recordedAt === undefined || sha256 === undefined ? undefined : { recordedAt, version: Number(version), sha256 };
}
