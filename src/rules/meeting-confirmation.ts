import type { MeetingSchedule } from './meeting-schedule.js';
import type { Telling } from './meeting-telling.js';

/** The announcements among some reports whose date overlaps the schedule S, in their order. Design 4, "Meeting status". */
export function announcementsOverlapping(schedule: MeetingSchedule | null, reports: readonly Telling[]): Telling[] {
  return reports.filter(({ type, scheduledFor }) => {
    if (type !== 'MeetingAnnounced' || schedule === null || scheduledFor === null) return false;
    return scheduledFor.window.lo <= schedule.window.hi && schedule.window.lo <= scheduledFor.window.hi;
  });
}

/** Whether two different sources tell it: then the one confirms the other. */
export function areOfTwoSources(reports: readonly Telling[]): boolean {
  return new Set(reports.map(({ source }) => source)).size >= 2;
}
