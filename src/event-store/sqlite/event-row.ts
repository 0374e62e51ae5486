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

export function rowOf([position, id, stream, revision, type, data, metadata, recorded_at]: EventValues): EventRow {
  return { position, id, stream, revision, type, data, metadata, recorded_at };
}

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

const START = '{"recordedAt":"';
const INSTANT = '2000-01-01T00:00:00.000Z'.length;
const VERSION = ',"version":';
const DIGITS = /^\d+$/;
const HASH = ',"sha256":"';
const DIGITS_OF_HASH = 64;
const END = '"}';

/**
 * The seal in the text of metadata, where this is as the program writes it: to read these three takes a third of the time of reading all.
 * @returns undefined where it is not
 */
export function sealIn(metadata: string): Seal | undefined {
  const hash = metadata.length - END.length - DIGITS_OF_HASH;
  if (!metadata.startsWith(START) || !metadata.startsWith(HASH, hash - HASH.length) || !metadata.endsWith(END)) return undefined;
  // Without these each quote begins or ends a text, and nothing is within something else.
  if (metadata.includes('\\') || metadata.includes('{', 1) || metadata.includes('"recordedAt"', START.length)) return undefined;
  const sha256 = metadata.slice(hash, -END.length);
  const behind = metadata.lastIndexOf(VERSION) + VERSION.length;
  const version = metadata.slice(behind, metadata.indexOf(',', behind));
  if (sha256.includes('"') || !DIGITS.test(version) || metadata[START.length + INSTANT] !== '"') return undefined;
  return { recordedAt: metadata.slice(START.length, START.length + INSTANT), version: Number(version), sha256 };
}
