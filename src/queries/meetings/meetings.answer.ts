import { z } from 'zod';
import { names } from '../../http/answers/entries.answer.js';
import { actorTold, certainty, edtfTold, evidence } from '../../http/answers/words.answer.js';
import type { Attendant } from '../../rules/meeting-attendance.js';
import type { MeetingDetails } from '../../rules/meeting-details.js';
import type { MeetingState } from '../../rules/meeting-state.js';
import { actors, differing, meetingStatus } from '../asking/answers/elements.answer.js';
import { listAnswer, readAnswer } from '../asking/answers/frame.answer.js';

const value = differing(z.union([z.string(), z.number()]));

const details = z
  .object({
    place: value,
    format: value,
    level: value,
    purpose: value,
    outcome: value,
    durationMinutes: value,
    reason: value,
    hosts: differing(actors),
    schedule: differing(edtfTold),
  })
  .meta({ id: 'MeetingDetails', description: 'Every different value of each field with its reports' }) satisfies z.ZodType<MeetingDetails>;

const attendant = z
  .object({
    actor: actorTold,
    as: z.enum(['attended', 'expected']).describe('attended: a report of the meeting as held names them'),
    role: z.string().nullable(),
    online: z.boolean().nullable(),
    implied: z.boolean().nullable().describe('Whether the source implies it without saying so'),
    note: z.string().nullable(),
    evidence,
  })
  .meta({ id: 'Attendant' }) satisfies z.ZodType<Attendant>;

const state = {
  status: meetingStatus,
  certainty,
  when: edtfTold.nullable(),
  scheduledFor: edtfTold.nullable(),
  contestedBy: z
    .array(z.object({ report: z.string(), says: z.enum(['held', 'cancelled', 'on']) }))
    .describe('The report that says otherwise'),
  evidence,
} satisfies { [K in Exclude<keyof MeetingState, 'days'>]: z.ZodType<MeetingState[K]> };

const meeting = { id: z.string(), title: z.string(), names, ...state, details, attendance: z.array(attendant) };

export const meetingAnswer = readAnswer('Meeting', meeting);
export const meetingsAnswer = listAnswer(
  'Meetings',
  z.object(meeting).meta({ id: 'MeetingItem', description: 'What became of a meeting' }),
);
