import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportedDate } from '../reported-date.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

export const CHANGES_OF_MEETING = ['moved', 'cancelled'] as const;
export const FORMATS = ['in-person', 'online', 'hybrid', 'phone'] as const;
export const LEVELS = ['leaders', 'ministers', 'advisers', 'envoys', 'other'] as const;

/** Who was at a meeting, or is expected there: a party, a person, or a name that the registry does not have. */
export class Attendance {
  readonly actor!: Actor;
  readonly role!: string | null;
  readonly online!: boolean | null;
  /** True where the source implies the attendance without saying so. */
  readonly implied!: boolean | null;
  readonly note!: string | null;
}

/** What a report tells of a meeting; null, or empty, where it does not tell it. */
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

/** What the three types that tell of a meeting itself have in common. */
abstract class MeetingTold extends ReportEnvelope {
  @Type(() => MeetingData) readonly data!: MeetingData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<MeetingData> = {
    place: 'words',
    purpose: 'words',
    outcome: 'words',
    hosts: ['actor'],
    reason: 'words',
    attendance: [{ actor: 'actor', role: 'words', note: 'words' }],
  };
  static account({ meeting }: MeetingTold): Account {
    return { of: [meeting], foundBy: { kind: 'meeting', id: meeting ?? '' } };
  }
}

/** A report that a meeting is to take place. What it is scheduled for is another date than when that was announced. */
export class MeetingAnnounced extends MeetingTold {
  readonly type!: 'MeetingAnnounced';
}

/** A report that a meeting was moved or cancelled, or that its date is in doubt. */
export class MeetingRevised extends MeetingTold {
  readonly type!: 'MeetingRevised';
}

/** A report that a meeting took place. */
export class MeetingHeld extends MeetingTold {
  readonly type!: 'MeetingHeld';
}
