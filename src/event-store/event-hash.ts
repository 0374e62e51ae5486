import { hash } from 'node:crypto';
import type { EventMetadata } from '../vocabulary/events/log-event.js';
import { canonicalJson } from './canonical-json.js';
import type { RecordedEvent } from './event-store.js';

/** What of an event its hash is of: all but its position, which a copy of the log need not keep. */
type Hashed = Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'type' | 'data' | 'metadata'>;

/** The root of an empty log. */
export const ROOT_OF_NOTHING = '0'.repeat(64);

/**
 * SHA-256, in hexadecimal digits, of an event's canonical JSON (RFC 8785): `data`, `id`, `metadata` without its own `sha256`, `revision` as a
 * text, `stream` and `type` (docs/adr/0022).
 */
export function hashOf({ id, stream, revision, type, data, metadata }: Hashed): string {
  const { sha256: _, ...others } = metadata;
  return hash('sha256', canonicalJson({ id, stream, revision: String(revision), type, data, metadata: others }), 'hex');
}

/** The hash that an event bears, or that it would bear if it was written today. */
export function statedHash(event: Hashed): string {
  return event.metadata.sha256 ?? hashOf(event);
}

/** The metadata with the hash that seals it, and all else of its event. */
export function sealed(event: Omit<Hashed, 'metadata'> & { readonly metadata: Omit<EventMetadata, 'sha256'> }): EventMetadata {
  return { ...event.metadata, sha256: hashOf(event) };
}

/** The root of a log behind an event: SHA-256 of the root before it and the event's hash, as bytes one after the other. */
export function rootBehind(root: string, eventHash: string): string {
  const both = Buffer.from(root + eventHash, 'hex');
  putRootBehind(both);
  return both.toString('hex', 0, ROOT_OF_NOTHING.length / 2);
}

/** The same of bytes. @param both the root before the event, which the one behind it takes the place of, and the event's hash */
export function putRootBehind(both: Buffer): void {
  // Handed over as a text it costs a third of what a buffer does.
  both.write(hash('sha256', both, 'binary'), 0, 'binary');
}
