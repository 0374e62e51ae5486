import type { At, Certainty } from '../vocabulary/axes.js';
import { meetingCertainty } from './meeting-certainty.js';
import { type MeetingContest, meetingContestedBy } from './meeting-contested-by.js';
import { meetingEvidence } from './meeting-evidence.js';
import { meetingSchedule } from './meeting-schedule.js';
import { meetingStatus, type MeetingStatus } from './meeting-status.js';
import { partTellings, type Telling } from './meeting-telling.js';
import { meetingWhen } from './meeting-when.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Visible } from './scene.js';

/** A meeting with as much of the visible reports that name it as decides its status. */
export interface MeetingFacts {
  readonly id: string;
  /** In any order. */
  readonly telling: readonly Telling[];
  /** Those that name it: read only where none tells of the meeting itself. */
  readonly naming: readonly Visible[];
}

/** What all reports together say of a meeting. */
export interface MeetingState {
  readonly status: MeetingStatus;
  readonly certainty: Certainty;
  /** EDTF, as written. */
  readonly when: string | null;
  /** The days of `when`. */
  readonly days: DayWindow | null;
  /** EDTF, as written. */
  readonly scheduledFor: string | null;
  readonly contestedBy: readonly MeetingContest[];
  /** The decisive report first. */
  readonly evidence: readonly string[];
}

/** The state of a meeting at a point on the three axes. Design 4, "Meeting status". */
export function meetingState({ telling, naming }: MeetingFacts, at: At): MeetingState {
  const tellings = partTellings(telling);
  const schedule = meetingSchedule(tellings.planning);
  const status = meetingStatus(tellings, schedule, at);
  const when = meetingWhen(tellings, schedule);
  return {
    status,
    certainty: meetingCertainty(status, tellings, schedule, naming),
    when: when?.edtf ?? null,
    days: when?.window ?? null,
    scheduledFor: schedule?.edtf ?? null,
    contestedBy: meetingContestedBy(tellings),
    evidence: meetingEvidence(status, tellings, schedule, naming).map(({ id }) => id),
  };
}
