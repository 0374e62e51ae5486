import type { Telling, Tellings } from './meeting-telling.js';

/** What a report says of a meeting; announced or moved, it is on. */
export type SaysOfMeeting = 'held' | 'cancelled' | 'on';

export interface MeetingContest {
  readonly report: string;
  readonly says: SaysOfMeeting;
}

/**
 * The report that contests the deciding one, at most one: of "held" and of "on" the latest that says cancelled, of "cancelled" the
 * latest that says on, unless it happened wholly before the deciding one. No status changes by it. Design 4, "contestedBy".
 */
export function meetingContestedBy({ held, planning }: Tellings): MeetingContest[] {
  const deciding = held[0] ?? planning[0];
  if (deciding === undefined) return [];
  const contrary = says(deciding) === 'cancelled' ? 'on' : 'cancelled';
  const latest = planning.find((report) => says(report) === contrary);
  return latest !== undefined && latest.occurred.hi >= deciding.occurred.lo ? [{ report: latest.id, says: contrary }] : [];
}

function says({ type, change }: Telling): SaysOfMeeting {
  if (type === 'MeetingHeld') return 'held';
  return change === 'cancelled' ? 'cancelled' : 'on';
}
