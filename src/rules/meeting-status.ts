import type { At } from '../vocabulary/axes.js';
import { announcementsOverlapping, areOfTwoSources } from './meeting-confirmation.js';
import type { MeetingSchedule } from './meeting-schedule.js';
import type { Tellings } from './meeting-telling.js';

export const MEETING_STATUSES = ['held', 'cancelled', 'moved', 'confirmed', 'announced', 'elapsed-unreported', 'mentioned'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/**
 * `held` if any report says so, else by the latest of the rest; `mentioned` where nothing tells of the meeting itself.
 * Design 4, "Meeting status".
 * @param schedule S
 */
export function meetingStatus({ held, planning }: Tellings, schedule: MeetingSchedule | null, at: At): MeetingStatus {
  if (held.length > 0) return 'held';
  const [latest] = planning;
  if (latest === undefined) return 'mentioned';
  if (latest.change === 'cancelled') return 'cancelled';
  if (schedule !== null && schedule.window.hi < Math.min(at.asOf, at.knownBy)) return 'elapsed-unreported';
  if (latest.type === 'MeetingRevised') return 'moved';
  return areOfTwoSources(announcementsOverlapping(schedule, planning)) ? 'confirmed' : 'announced';
}
