import type { StreamName } from '../event-store.js';
import { EVENT_CLASSES } from '../../vocabulary/events/log-event.js';
import { isNamedLikeOurs } from '../stream-names.js';

/** What shows whose an event is. */
interface Signs {
  readonly streamId: StreamName;
  readonly type: string;
  readonly metadata?: unknown;
}

/**
 * Whether an event is ours. Other programs may have streams that are called like ours: an event is ours if this program knows its type, or
 * if it bears our metadata, as one of a later version does.
 */
export function isOurs(event: Signs): boolean {
  return isNamedLikeOurs(event.streamId) && isOfUs(event);
}

/** The same for an event of a stream that is called as ours. */
export function isOfUs({ type, metadata }: Omit<Signs, 'streamId'>): boolean {
  return Object.hasOwn(EVENT_CLASSES, type) || hasOurMetadata(metadata);
}

function hasOurMetadata(metadata: unknown): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { recordedAt, postedBy, version } = metadata as Readonly<Record<string, unknown>>;
  return typeof recordedAt === 'string' && typeof postedBy === 'string' && Number.isInteger(version);
}
