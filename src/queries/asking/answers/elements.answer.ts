import { z } from 'zod';
import { names } from '../../../http/answers/entries.answer.js';
import { actorTold, ageDays, certainty, condition, edtfTold, evidence, idsTold } from '../../../http/answers/words.answer.js';
import { explained } from '../../../http/openapi/explained.js';
import type { AgreementView } from '../../../rules/agreement-views.js';
import type { Blocker } from '../../../rules/blockers.js';
import type { Convergence } from '../../../rules/convergence.js';
import type { MeetingBrief } from '../../../rules/meeting-brief.js';
import type { MeetingStatus } from '../../../rules/meeting-status.js';
import type { PlanBrief } from '../../../rules/plan-brief.js';
import type { PlanStatus } from '../../../rules/plan-state.js';

export const convergence = explained('Convergence', 'How near an issue is to agreement', {
  unknown: 'nobody is heard on it',
  'one-sided': 'somebody is heard, and on no proposition two',
  'agreed-in-principle': 'all that is spoken of by two is agreed or rejected by all',
  rejected: 'all that is spoken of by two is rejected by all',
  mixed: 'some is opposed and some agreed',
  opposed: 'some is opposed and none agreed',
  open: 'anything else',
} satisfies Record<Convergence, string>);

export const meetingStatus = explained('MeetingStatus', 'What became of a meeting', {
  held: 'a report says so',
  cancelled: 'the latest report says so',
  moved: 'the latest report gives it another date',
  confirmed: 'two sources announce it for the same days',
  announced: 'one source does',
  'elapsed-unreported': 'its date has passed and nobody reported it: neither held nor cancelled',
  mentioned: 'reports name it, and none tells of it',
} satisfies Record<MeetingStatus, string>);

export const planStatus = explained('PlanStatus', 'Whether a plan was revised', {
  current: 'no report says that it was',
  superseded: 'a report says that another plan revises it',
} satisfies Record<PlanStatus, string>);

export const agreement = z
  .object({
    report: z.string(),
    when: edtfTold,
    document: z.object({ id: z.string().nullable(), title: z.string(), kind: z.string() }),
    signatories: z.array(z.object({ party: z.string(), person: z.string().nullable() })),
    propositions: idsTold,
    conditions: z.array(condition),
    certainty,
  })
  .meta({ id: 'Agreement', description: 'What was signed' }) satisfies z.ZodType<AgreementView>;

export const meetingBrief = z
  .object({ id: z.string(), title: z.string(), names, status: meetingStatus, when: edtfTold.nullable(), certainty, evidence })
  .meta({ id: 'MeetingBrief', description: 'A meeting in short' }) satisfies z.ZodType<MeetingBrief>;

export const planPoint = z
  .object({ number: z.number().nullable(), text: z.string(), propositions: idsTold, evidence })
  .meta({ id: 'PlanPoint', description: 'A point of a plan, as the latest account that gives it tells it' });

export const planBrief = z
  .object({ id: z.string(), title: z.string(), names, status: planStatus, certainty, points: z.array(planPoint), evidence })
  .meta({ id: 'PlanBrief', description: 'A plan in short, with its points that touch the issue' }) satisfies z.ZodType<PlanBrief>;

const blocking = {
  summary: z.string(),
  certainty,
  ageDays: ageDays.nullable().describe('asOf less the last day of its latest evidence; null where that has none'),
  evidence,
};

export const opposedTarget = z
  .object({ kind: z.literal('opposed-target'), proposition: z.string(), names, ...blocking })
  .meta({ id: 'OpposedTarget', description: 'A proposition on which the parties are opposed' });
export const reportedBlocker = z
  .object({ kind: z.literal('reported'), report: z.string(), ...blocking })
  .meta({ id: 'ReportedBlocker', description: 'What a report names as what stands in the way; closed only by another report' });

export const blocker = z
  .discriminatedUnion('kind', [opposedTarget, reportedBlocker])
  .meta({ id: 'Blocker', description: 'What stands in the way of an agreement' }) satisfies z.ZodType<Blocker>;

/** Every different value of a field, each with its reports. */
export const differing = <T extends z.ZodType>(value: T) =>
  z.array(z.object({ value, evidence })).describe('Every different value with its reports, latest first: more than one means contested');

export const actors = z.array(actorTold);
