import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type AttendanceItem, attendanceOf, type Details, detailsOf } from './meeting-details.js';
import { type MeetingStatus, meetingStatusOf, reportsOf, tellsOfMeeting } from './meeting-status.js';
import { byId, latestFirst } from './order.js';
import { type StateAt, stateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

export interface MeetingItem extends MeetingStatus {
  readonly id: string;
  readonly title: string;
  readonly scheduledFor: string | null;
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
  const status = meetingStatusOf(state, id);
  if (status === null) return null;
  const reports = latestFirst(reportsOf(state, id));
  return {
    id,
    title,
    ...status,
    scheduledFor: scheduledFor(reports),
    details: detailsOf(reports),
    attendance: attendanceOf(reports),
  };
}

/** As last announced or revised; as held only where nothing announced it. @param reports the latest first */
function scheduledFor(reports: readonly VisibleReport[]): string | null {
  const latest = reports.find(({ content }) => content.type !== 'MeetingHeld') ?? reports[0];
  return latest === undefined ? null : (tellsOfMeeting(latest.content).scheduledFor?.edtf ?? null);
}
