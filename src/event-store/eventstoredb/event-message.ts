import { PbfReader } from 'pbf';

/** An event as the server sends it, as far as it is needed here. */
export interface EventMessage {
  id: string;
  stream: string;
  revision: bigint;
  /** Undefined where the server leaves it out. */
  position: bigint | undefined;
  type: string;
  contentType: string;
  /** When the server took it: tenths of a microsecond since 1970. */
  created: string;
  data: Buffer;
  metadata: Buffer;
}

type Field<T> = (field: number, result: T, reader: PbfReader) => void;

/** Of `ReadResp`: the number of the field that holds an event. */
const EVENT = 1;
/** How a message begins that holds an event, whose length follows. */
const TAG_OF_EVENT = (EVENT << 3) | 2;
const NOTHING = Buffer.alloc(0);

/** Whether the bytes of a `ReadResp` hold an event. */
export function holdsEvent(bytes: Uint8Array): boolean {
  return bytes[0] === TAG_OF_EVENT;
}

/**
 * Reads an event out of the bytes of a `ReadResp`. The classes that are generated for it make a dozen objects of each, and copy its data.
 * @returns undefined for what a link pointed to before it was deleted
 */
export function eventMessageOf(bytes: Buffer): EventMessage | undefined {
  const read: Read = { event: undefined, position: undefined };
  new PbfReader(bytes).readFields(ofResponse, read);
  const { event, position } = read;
  if (event !== undefined) event.position ??= position;
  return event;
}

interface Read {
  event: EventMessage | undefined;
  position: bigint | undefined;
}

const ofResponse: Field<Read> = (field, read, reader) => {
  if (field === EVENT) reader.readMessage(ofReadEvent, read);
};

const ofReadEvent: Field<Read> = (field, read, reader) => {
  if (field === 1) read.event = reader.readMessage(ofRecordedEvent, empty());
  else if (field === 3) read.position = BigInt(reader.readVarint());
};

const ofRecordedEvent: Field<EventMessage> = (field, event, reader) => {
  switch (field) {
    case 1:
      reader.readMessage(ofUuid, event);
      return;
    case 2:
      reader.readMessage(ofStreamIdentifier, event);
      return;
    case 3:
      event.revision = BigInt(reader.readVarint());
      return;
    case 5:
      event.position = BigInt(reader.readVarint());
      return;
    case 6:
      set(event, reader.readMessage(ofMapEntry, { key: '', value: '' }));
      return;
    case 7:
      event.metadata = bytesIn(reader);
      return;
    case 8:
      event.data = bytesIn(reader);
  }
};

/** A subscription asks for ids as texts. */
const ofUuid: Field<EventMessage> = (field, event, reader) => {
  if (field === 2) event.id = reader.readString();
};

const ofStreamIdentifier: Field<EventMessage> = (field, event, reader) => {
  if (field === 3) event.stream = reader.readString();
};

/** A part of the bytes that came. */
function bytesIn(reader: PbfReader): Buffer {
  // What it reads from is a Buffer, and so are parts of it.
  return reader.readBytes() as Buffer;
}

interface MapEntry {
  key: string;
  value: string;
}

const ofMapEntry: Field<MapEntry> = (field, entry, reader) => {
  if (field === 1) entry.key = reader.readString();
  else if (field === 2) entry.value = reader.readString();
};

function set(event: EventMessage, { key, value }: MapEntry): void {
  if (key === 'type') event.type = value;
  else if (key === 'content-type') event.contentType = value;
  else if (key === 'created') event.created = value;
}

function empty(): EventMessage {
  return {
    ...{ id: '', stream: '', revision: 0n, position: undefined },
    ...{ type: '', contentType: '', created: '0', data: NOTHING, metadata: NOTHING },
  };
}
