import type { Actor } from '../../src/vocabulary/actor.js';
import type { At } from '../../src/vocabulary/axes.js';
import type { Day } from '../../src/vocabulary/day.js';
import type { DayWindow } from '../../src/vocabulary/edtf-window.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { type AttendanceItem, attendanceOf } from './meeting-attendance.js';
import { type Details, detailsOf } from './meeting-details.js';
import { reportsOf, tellsOfMeeting } from './meeting-reports.js';
import { type MeetingStatus, meetingStatusOf } from './meeting-status.js';
import { byId } from './order.js';
import { type StateAt, stateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';
import { partyOfPerson } from './voice.js';

export interface MeetingItem extends Omit<MeetingStatus, 'days'> {
  readonly id: string;
  readonly title: string;
  readonly details: Details;
  readonly attendance: readonly AttendanceItem[];
}

/** What is asked for of the meetings; what is left out is not asked. */
export interface MeetingsAsked {
  readonly status?: string | readonly string[] | undefined;
  /** It, or for a party somebody of it, hosts or attends by a report of the meeting. */
  readonly person?: string | readonly string[] | undefined;
  readonly party?: string | readonly string[] | undefined;
  /** The days on which it was held, or else is scheduled, overlap these, both inclusive. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Every meeting that a visible report names, of those asked for, by id. */
export function foldMeetings(log: readonly Recorded[], negotiation: string, at: At, asked: MeetingsAsked = {}): MeetingItem[] {
  const state = stateAt(log, negotiation, at);
  return [...state.meetings]
    .map(([id, { title }]) => meetingItem(state, id, title, asked))
    .filter((item) => item !== null)
    .toSorted(byId);
}

function meetingItem(state: StateAt, id: string, title: string, asked: MeetingsAsked): MeetingItem | null {
  const told = meetingStatusOf(state, id);
  if (told === null || (asked.status !== undefined && ![asked.status].flat().includes(told.status))) return null;
  const { days, ...status } = told;
  if (!isWithin(days, asked)) return null;
  const reports = reportsOf(state, id);
  const { person, party } = asked;
  if (person !== undefined && !reports.some((report) => [person].flat().some((one) => isThere(report, one)))) return null;
  if (party !== undefined && !reports.some((report) => [party].flat().some((one) => isThereFor(state, report, one)))) return null;
  return { id, title, ...status, details: detailsOf(reports), attendance: attendanceOf(reports) };
}

function actorsOf({ content }: VisibleReport): readonly Actor[] {
  const { hosts, attendance } = tellsOfMeeting(content);
  return [...hosts, ...attendance.map(({ actor }) => actor)];
}

function isThere(report: VisibleReport, person: string): boolean {
  return actorsOf(report).includes(person);
}

function isThereFor(state: StateAt, report: VisibleReport, party: string): boolean {
  return actorsOf(report).some((actor) => {
    if (typeof actor !== 'string') return actor.party === party;
    return actor === party || partyOfPerson(state, actor, report.firstPosition) === party;
  });
}

function isWithin(days: DayWindow | null, { from, to }: MeetingsAsked): boolean {
  if (from === undefined && to === undefined) return true;
  return days !== null && days.hi >= (from ?? -Infinity) && days.lo <= (to ?? Infinity);
}
