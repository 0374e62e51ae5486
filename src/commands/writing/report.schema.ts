import { z } from 'zod';
import { actor } from '../../http/fields/actor.js';
import { optionalDate } from '../../http/fields/date.js';
import { id, listOf, optionalId, optionalText, text } from '../../http/fields/text.js';
import { variants } from '../../http/fields/variants.js';
import { FORMS } from '../../vocabulary/events/report.js';
import type { ReportContent, ReportOf, ReportType } from '../../vocabulary/events/report-content.js';
import { agreementData } from './data/agreement.schema.js';
import { meetingAnnouncedData, meetingHeldData, meetingRevisedData } from './data/meeting.schema.js';
import { assessmentData, contextData, roleData } from './data/other.schema.js';
import { planRevisedData, planTabledData } from './data/plan.schema.js';
import { positionData } from './data/position.schema.js';

const form = z
  .enum(FORMS)
  .nullish()
  .transform((given) => given ?? 'stated');

const claim = z
  .strictObject({ by: listOf(actor), via: listOf(actor), form })
  .nullish()
  .transform((given) => given ?? { by: [], via: [], form: 'stated' as const });

const envelope = {
  id: optionalId,
  occurred: optionalDate,
  source: z.strictObject({ id, locator: optionalText, quote: optionalText }),
  claim,
  issues: listOf(id),
  meeting: optionalId,
  summary: text,
};

const ofMeeting = { ...envelope, meeting: id };

function report<T extends ReportType, D extends z.ZodType, E extends typeof envelope | typeof ofMeeting>(type: T, fields: E, data: D) {
  return z.strictObject({ ...fields, type: z.literal(type), data }).meta({ id: type });
}

type Envelope = Pick<ReportContent, 'occurred' | 'source' | 'claim' | 'issues' | 'meeting' | 'summary'>;

/** A line for each type. */
const byType = {
  MeetingAnnounced: report('MeetingAnnounced', ofMeeting, meetingAnnouncedData),
  MeetingRevised: report('MeetingRevised', ofMeeting, meetingRevisedData),
  MeetingHeld: report('MeetingHeld', ofMeeting, meetingHeldData),
  PlanTabled: report('PlanTabled', envelope, planTabledData),
  PlanRevised: report('PlanRevised', envelope, planRevisedData),
  PositionStated: report('PositionStated', envelope, positionData),
  AgreementSigned: report('AgreementSigned', envelope, agreementData),
  RoleChanged: report('RoleChanged', envelope, roleData),
  AssessmentMade: report('AssessmentMade', envelope, assessmentData),
  ContextReported: report('ContextReported', envelope, contextData),
} satisfies { readonly [T in ReportType]: z.ZodType<Envelope & Pick<ReportOf<T>, 'type' | 'data'>> };

/** A report as it may come in. */
export const reportSchema = z.discriminatedUnion('type', variants(byType)).meta({ id: 'Report' });

export type ReportBody = z.output<typeof reportSchema>;
