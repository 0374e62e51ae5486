import { announcementsOverlapping } from './meeting-confirmation.js';
import type { MeetingSchedule } from './meeting-schedule.js';
import type { MeetingStatus } from './meeting-status.js';
import type { Tellings } from './meeting-telling.js';
import { byEnd, descending, withoutRepeats } from './order.js';
import type { Visible } from './scene.js';

/**
 * The reports on which the status of a meeting and its date rest, the decisive one first: of held all that say so, of mentioned all
 * that name it, latest first; else the latest, the one whose date is the schedule, and those that confirm it, latest first.
 * @param naming the visible reports that name it: read only where it is `mentioned`
 */
export function meetingEvidence(
  status: MeetingStatus,
  { held, planning }: Tellings,
  schedule: MeetingSchedule | null,
  naming: readonly Visible[],
): readonly Visible[] {
  if (status === 'held') return held;
  if (status === 'mentioned') return descending(naming, byEnd);
  const confirming = status === 'confirmed' ? announcementsOverlapping(schedule, planning) : [];
  const scheduling = planning.filter(({ id }) => id === schedule?.report);
  return withoutRepeats([...planning.slice(0, 1), ...scheduling, ...confirming]);
}
