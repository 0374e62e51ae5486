import type { RecordedEvent } from '../event-store.js';
import { SealsInBytes } from '../seal-in-bytes.js';
import type { Seal, Span, UnreadEvent } from '../unread-event.js';
import { toRecordedEvent } from './event-row.js';

/** Of a row its numbers, a comma behind each, and its texts. */
const ROW = `concat_ws(',', position, revision, octet_length(id), octet_length(stream), octet_length(type), octet_length(data),
  octet_length(metadata), octet_length(recorded_at), concat(id, stream, type, data, metadata, recorded_at))`;

/**
 * The rows behind one position up to another as one value, null where there are none: to hand over each value of each takes twice as long. SQLite goes
 * through a part of a table in the order of its key.
 */
export const ROWS_AS_BYTES = `SELECT CAST(group_concat(${ROW}, '') AS BLOB) AS bytes FROM event WHERE position > ? AND position <= ?`;

const [COMMA, ZERO, TEN] = [0x2c, 0x30, 10];

/** Goes through rows that are handed over as bytes, and reads no more of each than is asked for. */
export class UnreadRows {
  private readonly seals = new SealsInBytes();
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  /** That of the last row: the next one is mostly of the same. */
  private type = '';

  /** @param bytes as `ROWS_AS_BYTES` gives them */
  in(bytes: Buffer): UnreadEvent[] {
    const events: UnreadEvent[] = [];
    this.bytes = bytes;
    for (this.at = 0; this.at < bytes.length;) events.push(this.next());
    return events;
  }

  private next(): UnreadEvent {
    const position = this.number();
    const revision = this.number();
    const idLength = this.number();
    const streamLength = this.number();
    const typeLength = this.number();
    const dataLength = this.number();
    const metadataLength = this.number();
    const instantLength = this.number();
    const id = this.at;
    const stream = id + idLength;
    const type = stream + streamLength;
    const data = type + typeLength;
    const metadata = data + dataLength;
    const instant = metadata + metadataLength;
    this.at = instant + instantLength;
    return new UnreadRow(this.seals, this.bytes, position, revision, this.typeBetween(type, data), {
      id,
      stream,
      type,
      data,
      metadata,
      instant,
      end: this.at,
    });
  }

  /** Goes on behind its comma. */
  private number(): number {
    const { bytes } = this;
    let number = 0;
    for (let byte = bytes[this.at]; byte !== undefined && byte !== COMMA; byte = bytes[this.at]) {
      number = TEN * number + byte - ZERO;
      this.at += 1;
    }
    this.at += 1;
    return number;
  }

  private typeBetween(start: number, end: number): string {
    if (!this.isTypeBetween(start, end)) this.type = this.bytes.toString('utf8', start, end);
    return this.type;
  }

  private isTypeBetween(start: number, end: number): boolean {
    if (this.type.length !== end - start) return false;
    for (let i = 0; i < this.type.length; i += 1) if (this.bytes[start + i] !== this.type.charCodeAt(i)) return false;
    return true;
  }
}

/** Where the texts of a row begin. */
interface Places {
  readonly id: number;
  readonly stream: number;
  readonly type: number;
  readonly data: number;
  readonly metadata: number;
  readonly instant: number;
  readonly end: number;
}

class UnreadRow implements UnreadEvent {
  constructor(
    private readonly seals: SealsInBytes,
    private readonly bytes: Buffer,
    readonly position: number,
    private readonly revision: number,
    readonly type: string,
    private readonly places: Places,
  ) {}

  get id(): string {
    return this.text(this.places.id, this.places.stream);
  }

  get stream(): string {
    return this.text(this.places.stream, this.places.type);
  }

  get data(): Span {
    return { bytes: this.bytes, start: this.places.data, end: this.places.metadata };
  }

  get seal(): Seal | undefined {
    return this.seals.read({ bytes: this.bytes, start: this.places.metadata, end: this.places.instant });
  }

  recorded(): RecordedEvent {
    const { id, stream, position, revision, type, places } = this;
    const data = this.text(places.data, places.metadata);
    const metadata = this.text(places.metadata, places.instant);
    return toRecordedEvent({ position, id, stream, revision, type, data, metadata, recorded_at: this.text(places.instant, places.end) });
  }

  private text(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}
