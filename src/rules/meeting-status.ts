import type { At, Certainty } from '../vocabulary/axes.js';
import { type DayWindow, windowOf } from '../vocabulary/edtf-window.js';
import type { MeetingData } from '../vocabulary/events/meeting-reports.js';
import { isMeetingReport, type MeetingReport } from '../vocabulary/events/report-content.js';
import { byEnd, descending } from './order.js';
import type { Sight, VisibleReport } from './scene.js';
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

/** What decides of such a report: where it stands, and what it says of the schedule. */
export interface Telling extends Sight {
  readonly type: MeetingReport['type'];
  readonly change: MeetingData['change'];
  /** S */
  readonly schedule: DayWindow | null;
  readonly source: string;
}

/** The reports of a set that tell of the meeting itself, latest first by (O.hi, P.hi, position). */
export function reportsOfMeeting(naming: readonly VisibleReport[], meeting: string): OfMeeting[] {
  const telling = naming.filter((report): report is OfMeeting => isMeetingReport(report.content) && report.content.meeting === meeting);
  return descending(telling, byEnd);
}

/**
 * The status of a meeting. Design 4, "Meeting status".
 * @param tellingInAnyOrder all visible reports of the meeting itself
 * @param naming the visible reports that name it: read only where none tells of it, and then at least one
 */
export function verdictOnMeeting(tellingInAnyOrder: readonly Telling[], naming: readonly Sight[], at: At): MeetingVerdict {
  const telling = descending(tellingInAnyOrder, byEnd);
  const held = telling.filter(({ type }) => type === 'MeetingHeld');
  if (held.length > 0) return { status: 'held', certainty: certainIfAny(held), evidence: held.map(({ id }) => id) };
  const [latest] = telling;
  if (latest === undefined) return mentioned(naming);
  const status = statusBy(latest, telling, at);
  if (status !== 'confirmed') return { status, certainty: latest.certainty, evidence: [latest.id] };
  const overlapping = announcementsOverlapping(latest.schedule, telling);
  const certain = overlapping.filter(({ certainty }) => certainty === 'certain');
  return {
    status,
    certainty: differentSources(certain) >= 2 ? 'certain' : 'possible',
    evidence: [latest.id, ...overlapping.map(({ id }) => id).filter((id) => id !== latest.id)],
  };
}

function statusBy(latest: Telling, telling: readonly Telling[], at: At): MeetingStatus {
  if (latest.change === 'cancelled') return 'cancelled';
  const { schedule } = latest;
  if (schedule !== null && schedule.hi < Math.min(at.asOf, at.knownBy)) return 'elapsed-unreported';
  if (latest.type === 'MeetingRevised') return 'moved';
  return differentSources(announcementsOverlapping(schedule, telling)) >= 2 ? 'confirmed' : 'announced';
}

function mentioned(naming: readonly Sight[]): MeetingVerdict {
  const latestFirst = descending(naming, byEnd);
  return { status: 'mentioned', certainty: latestFirst[0]?.certainty ?? 'possible', evidence: latestFirst.map(({ id }) => id) };
}

/** When it was held by the latest report that says so, else its schedule that counts; null without any. */
export function whenOf(tellingInAnyOrder: readonly Telling[]): DayWindow | null {
  const telling = descending(tellingInAnyOrder, byEnd);
  const held = telling.find(({ type }) => type === 'MeetingHeld');
  return held?.occurred ?? telling[0]?.schedule ?? null;
}

/** A report of a meeting as the rule reads it. */
export function tellingOf(report: OfMeeting): Telling {
  const { type, data, source } = report.content;
  return { ...report, type, change: data.change, schedule: data.scheduledFor && windowOf(data.scheduledFor.edtf), source: source.id };
}

function announcementsOverlapping(schedule: DayWindow | null, telling: readonly Telling[]): Telling[] {
  return telling.filter(({ type, schedule: other }) => {
    if (schedule === null || other === null || type !== 'MeetingAnnounced') return false;
    return other.lo <= schedule.hi && schedule.lo <= other.hi;
  });
}

function differentSources(reports: readonly Telling[]): number {
  return new Set(reports.map(({ source }) => source)).size;
}
