import type { Recorded } from '../../vocabulary/events/log-event.js';
import type { Lookups } from '../lookups.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `log`: each event with the latest `recordedAt` up to it, which turns an instant into a position. */
export function projectLog({ event, position, metadata }: Recorded, lookups: Lookups): RowChange[] {
  const latestSoFar = lookups.latestRecordedAt();
  const latest_at = metadata.recordedAt > latestSoFar ? metadata.recordedAt : latestSoFar;
  return [insert('log', { position, latest_at, type: event.type, negotiation: event.negotiation, subject: event.id })];
}
