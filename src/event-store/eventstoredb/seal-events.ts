import type { CheckedEvent } from '../check-event.js';
import { sealed, statedHash } from '../event-hash.js';
import type { Revision, StreamName } from '../event-store.js';
import { type StoredEvent, toStoredEvent } from './stored-event.js';

/** Events as they are sent, each with the hash of the one before it. */
export interface SealedEvents {
  readonly stored: readonly StoredEvent[];
  /** That of the last one, where it comes to stand as expected. */
  readonly revision: Revision;
  /** The hash of the last one. */
  readonly sha256: string;
}

/**
 * Gives each event its hash and that of the event before it in its stream; copies stay as they are.
 * @param before the revision behind which they are appended, -1 for a new stream
 * @param streamSha256 the hash of the event at that revision; null for a new stream
 * @param recordedAts one for each event
 */
export function sealEvents(
  stream: StreamName,
  events: readonly CheckedEvent[],
  before: Revision,
  streamSha256: string | null,
  recordedAts: readonly string[],
): SealedEvents {
  let revision = before;
  let sha256 = streamSha256;
  const stored = events.map((checked, i) => {
    revision += 1n;
    const { id, type, data, metadata, isCopy } = checked.event;
    const known = { ...metadata, recordedAt: recordedAts[i] ?? '' };
    const place = { id, stream, revision, type, data };
    const whole = isCopy ? known : sealed({ ...place, metadata: { ...known, streamSha256: sha256 } });
    sha256 = statedHash({ ...place, metadata: whole });
    return toStoredEvent(checked, whole);
  });
  return { stored, revision, sha256: sha256 ?? '' };
}
