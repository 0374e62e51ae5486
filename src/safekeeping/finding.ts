import type { RecordedEvent } from '../event-store/event-store.js';

/** What is found of a log that is not as it was written. */
export const FINDINGS = {
  changed: 'its content is not the one that its hash is of',
  missing: 'events that were there are there no more',
  doubled: 'it stands there twice',
  reordered: 'it does not stand where it was written',
  'without-hash': 'it has no hash, though an event before it has one',
  unreadable: 'it cannot be read',
  'other-root': 'the root is not the one that was kept',
  'other-count': 'there are not as many events as were noted',
} as const;

export type FindingCode = keyof typeof FINDINGS;

/** Something that is not as it was written, and where. */
export interface Finding {
  readonly code: FindingCode;
  /** `@POSITION`; null where it is of no event. */
  readonly position: string | null;
  readonly stream: string | null;
  readonly detail: string;
}

export function findingAt({ position, stream }: Pick<RecordedEvent, 'position' | 'stream'>, code: FindingCode, detail: string): Finding {
  return { code, position: `@${String(position)}`, stream, detail };
}
