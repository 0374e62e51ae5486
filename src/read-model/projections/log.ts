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
export function logRow({ recordedAt, ...row }: Logged, lookups: Lookups): RowChange {
  const latestSoFar = lookups.latestRecordedAt();
  return insert('log', { ...row, latest_at: recordedAt > latestSoFar ? recordedAt : latestSoFar });
}
