import type { At, Certainty } from '../vocabulary/axes.js';
import { type DayWindow, windowOf } from '../vocabulary/edtf-window.js';
import { isMeetingReport, type MeetingReport } from '../vocabulary/events/report-content.js';
import { byEnd, descending } from './order.js';
import type { VisibleReport } from './scene.js';
import { certainIfAny } from './visibility.js';

export const MEETING_STATUSES = ['held', 'cancelled', 'moved', 'confirmed', 'announced', 'elapsed-unreported', 'mentioned'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export interface MeetingVerdict {
  readonly status: MeetingStatus;
  readonly certainty: Certainty;
  /** The decisive report first. */
  readonly evidence: readonly string[];
}

/** A visible report of one of the three types that tell of a meeting itself. */
export type OfMeeting = VisibleReport & { readonly content: MeetingReport };

/** The reports of a set that tell of the meeting itself, latest first by (O.hi, P.hi, position). */
export function reportsOfMeeting(naming: readonly VisibleReport[], meeting: string): OfMeeting[] {
  const telling = naming.filter((report): report is OfMeeting => isMeetingReport(report.content) && report.content.meeting === meeting);
  return descending(telling, byEnd);
}

/**
 * The status of a meeting. Design 4, "Meeting status".
 * @param naming the visible reports that name the meeting, at least one
 */
export function meetingStatus(meeting: string, naming: readonly VisibleReport[], at: At): MeetingVerdict {
  const telling = reportsOfMeeting(naming, meeting);
  const held = telling.filter(({ content }) => content.type === 'MeetingHeld');
  if (held.length > 0) return { status: 'held', certainty: certainIfAny(held), evidence: held.map(({ id }) => id) };
  const [latest] = telling;
  if (latest === undefined) return mentioned(naming);
  const status = statusBy(latest, telling, at);
  if (status !== 'confirmed') return { status, certainty: latest.certainty, evidence: [latest.id] };
  const overlapping = announcementsOverlapping(scheduleOf(latest), telling);
  const certain = overlapping.filter(({ certainty }) => certainty === 'certain');
  return {
    status,
    certainty: differentSources(certain) >= 2 ? 'certain' : 'possible',
    evidence: [latest.id, ...overlapping.map(({ id }) => id).filter((id) => id !== latest.id)],
  };
}

function statusBy(latest: OfMeeting, telling: readonly OfMeeting[], at: At): MeetingStatus {
  if (latest.content.data.change === 'cancelled') return 'cancelled';
  const schedule = scheduleOf(latest);
  if (schedule !== null && schedule.hi < Math.min(at.asOf, at.knownBy)) return 'elapsed-unreported';
  if (latest.content.type === 'MeetingRevised') return 'moved';
  return differentSources(announcementsOverlapping(schedule, telling)) >= 2 ? 'confirmed' : 'announced';
}

function mentioned(naming: readonly VisibleReport[]): MeetingVerdict {
  const latestFirst = descending(naming, byEnd);
  return { status: 'mentioned', certainty: latestFirst[0]?.certainty ?? 'possible', evidence: latestFirst.map(({ id }) => id) };
}

function scheduleOf({ content }: OfMeeting): DayWindow | null {
  return content.data.scheduledFor && windowOf(content.data.scheduledFor.edtf);
}

function announcementsOverlapping(schedule: DayWindow | null, telling: readonly OfMeeting[]): OfMeeting[] {
  return telling.filter((report) => {
    const other = scheduleOf(report);
    if (schedule === null || other === null || report.content.type !== 'MeetingAnnounced') return false;
    return other.lo <= schedule.hi && schedule.lo <= other.hi;
  });
}

function differentSources(reports: readonly OfMeeting[]): number {
  return new Set(reports.map(({ content }) => content.source.id)).size;
}
