import { z } from 'zod';
import { actor } from '../../../http/fields/actor.js';
import { date, optionalDate } from '../../../http/fields/date.js';
import { listOf, optionalText } from '../../../http/fields/text.js';
import { CHANGES_OF_MEETING, FORMATS, LEVELS, type MeetingData } from '../../../vocabulary/events/meeting-reports.js';

const attendance = z.strictObject({
  actor,
  role: optionalText,
  online: z.boolean().nullable().default(null),
  implied: z.boolean().nullable().default(null),
  note: optionalText,
});

const fields = {
  scheduledFor: optionalDate,
  change: z.null().default(null),
  place: optionalText,
  format: z.enum(FORMATS).nullable().default(null),
  purpose: optionalText,
  outcome: optionalText,
  durationMinutes: z.number().min(0).max(1_000_000).nullable().default(null),
  level: z.enum(LEVELS).nullable().default(null),
  hosts: listOf(actor),
  reason: optionalText,
  attendance: listOf(attendance),
};

export const meetingHeldData = z.strictObject(fields) satisfies z.ZodType<MeetingData>;
export const meetingAnnouncedData = z.strictObject({ ...fields, scheduledFor: date }) satisfies z.ZodType<MeetingData>;
export const meetingRevisedData = z.strictObject({ ...fields, change: z.enum(CHANGES_OF_MEETING) }) satisfies z.ZodType<MeetingData>;
