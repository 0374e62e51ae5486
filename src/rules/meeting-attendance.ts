import type { Attendance } from '../vocabulary/events/meeting-reports.js';
import { actorKey } from './actor-key.js';
import type { Telling } from './meeting-telling.js';
import { withoutRepeats } from './order.js';

/** Somebody whom reports name as taking part, as the first of the evidence tells of it. */
export interface Attendant extends Attendance {
  /** `attended` where a visible MeetingHeld names them. */
  readonly as: 'attended' | 'expected';
  /** The reports that name them: those of the meeting having been held first, each kind latest first. */
  readonly evidence: readonly string[];
}

/**
 * Who was at a meeting, or is expected: one entry an actor, in the order in which the latest reports name them.
 * Design 4, "Meeting status".
 * @param telling the reports of the meeting itself, latest first
 */
export function meetingAttendance(telling: readonly Telling[]): Attendant[] {
  const named = telling.flatMap(({ id, type, data }) =>
    data.attendance.map((attendance) => ({ id, attendance, attended: type === 'MeetingHeld' })),
  );
  return [...Map.groupBy(named, ({ attendance }) => actorKey(attendance.actor)).values()].flatMap((group) => {
    const decidingFirst = [...group.filter(({ attended }) => attended), ...group.filter(({ attended }) => !attended)];
    return decidingFirst.slice(0, 1).map(({ attendance: { actor, ...rest }, attended }) => ({
      actor,
      as: attended ? 'attended' : 'expected',
      ...rest,
      evidence: withoutRepeats(decidingFirst.map(({ id }) => id)),
    }));
  });
}
