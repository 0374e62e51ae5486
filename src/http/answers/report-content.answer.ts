import { z } from 'zod';
import { FORMATS, LEVELS } from '../../vocabulary/events/meeting-reports.js';
import { LINEAGES } from '../../vocabulary/events/plan-reports.js';
import type { ReportOf, ReportType } from '../../vocabulary/events/report-content.js';
import { variants } from '../fields/variants.js';
import { actorTold, condition, dateTold, form, idsTold, modality } from './words.answer.js';

const text = z.string().nullable();
const actors = z.array(actorTold);

const attendance = z.object({ actor: actorTold, role: text, online: z.boolean().nullable(), implied: z.boolean().nullable(), note: text });

const meetingData = z
  .object({
    scheduledFor: dateTold.nullable(),
    change: z.enum(['moved', 'cancelled']).nullable(),
    place: text,
    format: z.enum(FORMATS).nullable(),
    purpose: text,
    outcome: text,
    durationMinutes: z.number().nullable(),
    level: z.enum(LEVELS).nullable(),
    hosts: actors,
    reason: text,
    attendance: z.array(attendance),
  })
  .meta({ id: 'MeetingToldData' }) satisfies z.ZodType<ReportOf<'MeetingHeld'>['data']>;

const points = z.array(z.object({ number: z.number().nullable(), text: z.string(), propositions: idsTold }));
const planFields = { plan: z.string(), by: actors, pointCount: z.number().nullable(), points };
export const lineage = z.enum(LINEAGES).describe('Whether a source says it, or it was concluded; it is never guessed');

const data = {
  MeetingAnnounced: meetingData,
  MeetingRevised: meetingData,
  MeetingHeld: meetingData,
  PlanTabled: z.object(planFields),
  PlanRevised: z.object({ ...planFields, revises: z.object({ plan: z.string(), lineage }) }),
  PositionStated: z.object({
    party: z.string(),
    speaker: actorTold.nullable(),
    proposition: text,
    plan: text,
    modality,
    conditions: z.array(condition),
    until: dateTold.nullable(),
    previous: text.describe('The report of the earlier position that this one replaces'),
  }),
  AgreementSigned: z.object({
    document: z.object({ id: text, title: z.string(), kind: z.string() }),
    signatories: z.array(z.object({ party: z.string(), person: text })),
    propositions: idsTold,
    conditions: z.array(condition),
  }),
  RoleChanged: z.object({
    person: z.string(),
    party: z.string(),
    role: z.string(),
    change: z.enum(['appointed', 'acting', 'resigned', 'dismissed']),
    reason: text,
  }),
  AssessmentMade: z.object({
    about: z
      .object({ issue: z.string(), plan: z.string(), meeting: z.string(), proposition: z.string() })
      .partial()
      .nullable()
      .describe('Exactly one of them'),
    measure: z.object({ value: z.union([z.number(), z.string()]), unit: z.string(), of: z.string() }).nullable(),
    blocker: z.boolean(),
    resolves: text.describe('The report of the blocker that this one says is resolved'),
  }),
  ContextReported: z.object({ kind: z.string() }),
} satisfies { [T in ReportType]: z.ZodType<ReportOf<T>['data']> };

const envelope = {
  id: z.string(),
  occurred: dateTold.nullable().describe('null: at publication'),
  source: z.object({ id: z.string(), locator: text, quote: text }),
  claim: z.object({ by: actors, via: actors, form }).meta({ id: 'Claim', description: 'Who says so, through whom, in what form' }),
  issues: idsTold,
  meeting: text,
  summary: z.string(),
};

/**
 * A report of each type: what its content holds, and more fields beside it.
 * @param idOf the name of the component of a type
 */
export function reportToldWith<S extends z.ZodRawShape>(more: S, idOf: (type: string) => string) {
  const of = <T extends ReportType>(type: T) =>
    z.object({ ...envelope, type: z.literal(type), data: data[type], ...more }).meta({ id: idOf(type) });
  const byType = {
    MeetingAnnounced: of('MeetingAnnounced'),
    MeetingRevised: of('MeetingRevised'),
    MeetingHeld: of('MeetingHeld'),
    PlanTabled: of('PlanTabled'),
    PlanRevised: of('PlanRevised'),
    PositionStated: of('PositionStated'),
    AgreementSigned: of('AgreementSigned'),
    RoleChanged: of('RoleChanged'),
    AssessmentMade: of('AssessmentMade'),
    ContextReported: of('ContextReported'),
  } satisfies Record<ReportType, unknown>;
  return z.discriminatedUnion('type', variants(byType));
}
