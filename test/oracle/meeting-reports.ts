import { type DayWindow, windowOf } from '../../src/vocabulary/edtf-window.js';
import type { MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import { isMeetingReport, type ReportContent } from '../../src/vocabulary/events/report-content.js';
import { latestFirst } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

/** The visible MeetingAnnounced, MeetingRevised and MeetingHeld of a meeting, the latest first. */
export function reportsOf(state: StateAt, meeting: string): VisibleReport[] {
  return latestFirst(state.reports.filter(({ content }) => isMeetingReport(content) && content.meeting === meeting));
}

/** What a report tells of its meeting. */
export function tellsOfMeeting(content: ReportContent): MeetingData {
  if (!isMeetingReport(content)) throw new Error(`${content.type} tells of no meeting`);
  return content.data;
}

/** Whether a report says of its meeting that it was held, that it is cancelled, or that it is on. */
export function saysOf(content: ReportContent): 'held' | 'cancelled' | 'on' {
  if (content.type === 'MeetingHeld') return 'held';
  return tellsOfMeeting(content).change === 'cancelled' ? 'cancelled' : 'on';
}

/** What a report says the meeting is scheduled for; a cancelled one says no date. */
export function scheduledBy(content: ReportContent): DayWindow | null {
  const { scheduledFor } = tellsOfMeeting(content);
  return scheduledFor === null || saysOf(content) === 'cancelled' ? null : windowOf(scheduledFor.edtf);
}
