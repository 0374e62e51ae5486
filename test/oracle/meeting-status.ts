import type { At, Certainty } from '../../src/vocabulary/axes.js';
import type { DayWindow } from '../../src/vocabulary/edtf-window.js';
import { whenOf } from './as-written.js';
import { type Contesting, contestingOf } from './meeting-contest.js';
import { reportsOf, saysOf, scheduledBy } from './meeting-reports.js';
import { type Schedule, scheduleOf } from './meeting-schedule.js';
import { namesMeeting } from './naming.js';
import { latestFirst, withoutRepeats } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

export type Status = 'held' | 'cancelled' | 'moved' | 'confirmed' | 'announced' | 'elapsed-unreported' | 'mentioned';

export interface MeetingStatus {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly when: string | null;
  /** The days of `when`: O of the latest report that it was held, else S. */
  readonly days: DayWindow | null;
  readonly scheduledFor: string | null;
  readonly contestedBy: readonly Contesting[];
  readonly evidence: readonly string[];
}

/** @returns null where no visible report names the meeting. Design 4, "Meeting status" */
export function meetingStatusOf(state: StateAt, meeting: string): MeetingStatus | null {
  const reports = reportsOf(state, meeting);
  const held = reports.filter(({ content }) => saysOf(content) === 'held');
  const rest = reports.filter(({ content }) => saysOf(content) !== 'held');
  const schedule = scheduleOf(rest);
  const scheduledFor = schedule?.asWritten ?? null;
  const [lastHeld] = held;
  if (lastHeld !== undefined) {
    const contestedBy = contestingOf(lastHeld, reports);
    const told = { when: whenOf(lastHeld), days: lastHeld.occurred, scheduledFor, contestedBy };
    return { status: 'held', certainty: anyCertain(held), ...told, evidence: ids(held) };
  }
  const [deciding] = rest;
  if (deciding === undefined) return mentioned(state, meeting);
  const contestedBy = contestingOf(deciding, reports);
  const told = { when: scheduledFor, days: schedule?.window ?? null, scheduledFor, contestedBy };
  return { ...decidedBy(deciding, schedule, reports, state.at), ...told };
}

type Decided = Pick<MeetingStatus, 'status' | 'certainty' | 'evidence'>;

function decidedBy(deciding: VisibleReport, schedule: Schedule | null, reports: readonly VisibleReport[], at: At): Decided {
  const evidence = withoutRepeats([deciding.id, ...(schedule ? [schedule.report.id] : [])]);
  const as = (status: Status): Decided => ({ status, certainty: deciding.certainty, evidence });
  if (saysOf(deciding.content) === 'cancelled') return as('cancelled');
  if (schedule && schedule.window.hi < Math.min(at.asOf, at.knownBy)) return as('elapsed-unreported');
  if (deciding.content.type === 'MeetingRevised') return as('moved');
  const agreeing = schedule ? reports.filter(({ content }) => announcesFor(content, schedule.window)) : [];
  if (!areOfTwoSources(agreeing)) return as('announced');
  const certain = agreeing.filter(({ certainty }) => certainty === 'certain');
  return {
    status: 'confirmed',
    certainty: areOfTwoSources(certain) ? 'certain' : 'possible',
    evidence: withoutRepeats([...evidence, ...ids(agreeing)]),
  };
}

function mentioned(state: StateAt, meeting: string): MeetingStatus | null {
  const naming = latestFirst(state.reports.filter(({ content }) => namesMeeting(content, meeting)));
  if (naming.length === 0) return null;
  const untold = { when: null, days: null, scheduledFor: null, contestedBy: [] };
  return { status: 'mentioned', certainty: anyCertain(naming), ...untold, evidence: ids(naming) };
}

function announcesFor(content: VisibleReport['content'], { lo, hi }: DayWindow): boolean {
  const window = content.type === 'MeetingAnnounced' ? scheduledBy(content) : null;
  return window !== null && window.lo <= hi && lo <= window.hi;
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
