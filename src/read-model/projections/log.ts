import type { Recorded } from '../../vocabulary/events/log-event.js';
import type { Position } from '../../vocabulary/position.js';
import type { Lookups } from '../lookups.js';
import { insert, type RowChange } from '../row-change.js';

/** Table `log`: each event with the latest `recordedAt` up to it, which turns an instant into a position. */
export function projectLog({ event, position, metadata }: Recorded, lookups: Lookups): RowChange[] {
  const { type, negotiation, id: subject } = event;
  return [logRow({ position, type, negotiation, subject, recordedAt: metadata.recordedAt }, lookups)];
}

interface Logged {
  readonly position: Position;
  readonly type: string;
  readonly negotiation: string;
  readonly subject: string;
  readonly recordedAt: string;
}

/** The row of one event; a parked one has it too, else an instant would mean a position before it. */
export function logRow({ position, type, negotiation, subject, recordedAt }: Logged, lookups: Lookups): RowChange {
  const latest_at = latestOf(recordedAt, lookups.latestRecordedAt());
  return insert('log', { position, latest_at, type, negotiation: lookups.name(negotiation, 'negotiation', negotiation), subject });
}

/** The later of an instant (RFC 3339) and the latest so far, in milliseconds since 1970; an instant that is none is passed over. */
export function latestOf(recordedAt: string, latestSoFar: number): number {
  const at = Date.parse(recordedAt);
  return at > latestSoFar ? at : latestSoFar;
}
