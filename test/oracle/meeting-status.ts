import type { Certainty } from '../../src/vocabulary/axes.js';
import { type DayWindow, windowOf } from '../../src/vocabulary/edtf-window.js';
import type { MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import { isMeetingReport, type ReportContent } from '../../src/vocabulary/events/report-content.js';
import { namesMeeting } from './naming.js';
import { latestFirst } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

export type Status = 'held' | 'cancelled' | 'moved' | 'confirmed' | 'announced' | 'elapsed-unreported' | 'mentioned';

export interface MeetingStatus {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/** @returns null where no visible report names the meeting. Design 4, "Meeting status" */
export function meetingStatusOf(state: StateAt, meeting: string): MeetingStatus | null {
  const held = latestFirst(reportsOf(state, meeting).filter(({ content }) => content.type === 'MeetingHeld'));
  if (held.length > 0) return { status: 'held', certainty: anyCertain(held), evidence: ids(held) };
  const [deciding] = latestFirst(reportsOf(state, meeting));
  return deciding === undefined ? mentioned(state, meeting) : decidedBy(state, meeting, deciding);
}

/** The visible MeetingAnnounced, MeetingRevised and MeetingHeld of a meeting. */
export function reportsOf(state: StateAt, meeting: string): VisibleReport[] {
  return state.reports.filter(({ content }) => isMeetingReport(content) && content.meeting === meeting);
}

/** What a report tells of its meeting. */
export function tellsOfMeeting(content: ReportContent): MeetingData {
  if (!isMeetingReport(content)) throw new Error(`${content.type} tells of no meeting`);
  return content.data;
}

function decidedBy(state: StateAt, meeting: string, deciding: VisibleReport): MeetingStatus {
  const { change, scheduledFor } = tellsOfMeeting(deciding.content);
  const as = (status: Status): MeetingStatus => ({ status, certainty: deciding.certainty, evidence: [deciding.id] });
  if (change === 'cancelled') return as('cancelled');
  const scheduled = scheduledFor && windowOf(scheduledFor.edtf);
  if (scheduled && scheduled.hi < Math.min(state.at.asOf, state.at.knownBy)) return as('elapsed-unreported');
  if (deciding.content.type === 'MeetingRevised') return as('moved');
  const agreeing = scheduled ? announcementsOverlapping(state, meeting, scheduled) : [];
  if (!areOfTwoSources(agreeing)) return as('announced');
  const certain = agreeing.filter(({ certainty }) => certainty === 'certain');
  return {
    status: 'confirmed',
    certainty: areOfTwoSources(certain) ? 'certain' : 'possible',
    evidence: ids([deciding, ...agreeing.filter(({ id }) => id !== deciding.id)]),
  };
}

function mentioned(state: StateAt, meeting: string): MeetingStatus | null {
  const naming = latestFirst(state.reports.filter(({ content }) => namesMeeting(content, meeting)));
  const [deciding] = naming;
  return deciding === undefined ? null : { status: 'mentioned', certainty: deciding.certainty, evidence: ids(naming) };
}

/** Latest first. */
function announcementsOverlapping(state: StateAt, meeting: string, scheduled: DayWindow): VisibleReport[] {
  return latestFirst(reportsOf(state, meeting)).filter(({ content }) => {
    if (content.type !== 'MeetingAnnounced' || content.data.scheduledFor === null) return false;
    const { lo, hi } = windowOf(content.data.scheduledFor.edtf);
    return lo <= scheduled.hi && scheduled.lo <= hi;
  });
}

function areOfTwoSources(reports: readonly VisibleReport[]): boolean {
  return new Set(reports.map(({ content }) => content.source.id)).size >= 2;
}

function anyCertain(reports: readonly VisibleReport[]): Certainty {
  return reports.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible';
}

function ids(reports: readonly VisibleReport[]): string[] {
  return reports.map(({ id }) => id);
}
