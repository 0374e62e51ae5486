import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type AttendanceItem, attendanceOf } from './meeting-attendance.js';
import { type Details, detailsOf } from './meeting-details.js';
import { reportsOf } from './meeting-reports.js';
import { type MeetingStatus, meetingStatusOf } from './meeting-status.js';
import { byId } from './order.js';
import { type StateAt, stateAt } from './state-at.js';

export interface MeetingItem extends Omit<MeetingStatus, 'days'> {
  readonly id: string;
  readonly title: string;
  readonly details: Details;
  readonly attendance: readonly AttendanceItem[];
}

/** Every meeting that a visible report names, by id. */
export function foldMeetings(log: readonly Recorded[], negotiation: string, at: At): MeetingItem[] {
  const state = stateAt(log, negotiation, at);
  return [...state.meetings]
    .map(([id, { title }]) => meetingItem(state, id, title))
    .filter((item) => item !== null)
    .toSorted(byId);
}

function meetingItem(state: StateAt, id: string, title: string): MeetingItem | null {
  const told = meetingStatusOf(state, id);
  if (told === null) return null;
  const { days: _, ...status } = told;
  const reports = reportsOf(state, id);
  return { id, title, ...status, details: detailsOf(reports), attendance: attendanceOf(reports) };
}
