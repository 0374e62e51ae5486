import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportedDate } from '../reported-date.js';
import { ReportEnvelope } from './report.js';

export const CHANGES_OF_MEETING = ['moved', 'cancelled'] as const;
export const FORMATS = ['in-person', 'online', 'hybrid', 'phone'] as const;
export const LEVELS = ['leaders', 'ministers', 'advisers', 'envoys', 'other'] as const;

export class Attendance {
  readonly actor!: Actor;
  readonly role!: string | null;
  readonly online!: boolean | null;
  /** True where the source implies the attendance without saying so. */
  readonly implied!: boolean | null;
  readonly note!: string | null;
}

export class MeetingData {
  @Type(() => ReportedDate) readonly scheduledFor!: ReportedDate | null;
  readonly change!: (typeof CHANGES_OF_MEETING)[number] | null;
  readonly place!: string | null;
  readonly format!: (typeof FORMATS)[number] | null;
  readonly purpose!: string | null;
  readonly outcome!: string | null;
  readonly durationMinutes!: number | null;
  readonly level!: (typeof LEVELS)[number] | null;
  readonly hosts!: Actor[];
  readonly reason!: string | null;
  @Type(() => Attendance) readonly attendance!: Attendance[];
}

export class MeetingAnnounced extends ReportEnvelope {
  readonly type!: 'MeetingAnnounced';
  @Type(() => MeetingData) readonly data!: MeetingData;
}

export class MeetingRevised extends ReportEnvelope {
  readonly type!: 'MeetingRevised';
  @Type(() => MeetingData) readonly data!: MeetingData;
}

export class MeetingHeld extends ReportEnvelope {
  readonly type!: 'MeetingHeld';
  @Type(() => MeetingData) readonly data!: MeetingData;
}
