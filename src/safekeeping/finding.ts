import type { RecordedEvent } from '../event-store/event-store.js';

/** What is found of a log that is not as it was written. */
export type FindingCode =
  // Its content is not the one that its hash is of.
  | 'changed'
  // Events that were there are there no more.
  | 'missing'
  // It stands there twice.
  | 'doubled'
  // It does not stand where it was written.
  | 'reordered'
  // It has no hash, though an event before it has one.
  | 'without-hash'
  // It cannot be read.
  | 'unreadable'
  // The root is not the one that was kept.
  | 'other-root'
  // There are not as many events as were noted.
  | 'other-count';

/** Something that is not as it was written, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** `@POSITION`; null where it is of no event. */
  readonly position: string | null;
  readonly stream: string | null;
  readonly detail: string;
}

/** What was found of one event. */
export function findingAt({ position, stream }: Pick<RecordedEvent, 'position' | 'stream'>, code: FindingCode, detail: string): Finding {
  return { code, position: `@${String(position)}`, stream, detail };
}
