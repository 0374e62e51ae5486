import type { RecordedEvent } from './event-store.js';

/** A part of some bytes. */
export interface Span {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** What of its metadata tells how an event is read, and that it is what was written. */
export interface Seal {
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly version: number;
  /** 64 hexadecimal digits. */
  readonly sha256: Span;
}

/** An event of which nothing is read before it is asked for: for who needs little of each. */
export interface UnreadEvent extends Pick<RecordedEvent, 'id' | 'stream' | 'type'> {
  readonly position: number;
  /** JSON, in UTF-8. */
  readonly data: Span;
  /** Undefined where its metadata are not as the program writes them. */
  readonly seal: Seal | undefined;
  /** All of it. */
  recorded(): RecordedEvent;
}
