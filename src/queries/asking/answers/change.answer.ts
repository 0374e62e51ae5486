import { z } from 'zod';
import type { Cause, Change } from '../../../rules/replay/change.js';
import type { AmendedBy } from '../../../rules/replay/amended.js';
import { explained } from '../../../http/openapi/explained.js';
import { agreement, convergence, meetingBrief, opposedTarget, planBrief, reportedBlocker } from './elements.answer.js';
import { stance } from './stance.answer.js';

const amendedBy = explained('AmendedBy', 'What makes a report that was told before count otherwise', {
  correction: 'a correction is in force',
  retraction: 'the report is retracted',
  reinstatement: 'its retraction is taken back',
  withdrawal: 'its source is withdrawn',
  readmission: "the source's withdrawal is taken back",
  'source-change': 'the date of its source is another one',
} satisfies Record<AmendedBy, string>);

export const cause = z
  .union([
    z.object({ report: z.string(), by: amendedBy.optional() }),
    z.object({ event: z.string(), entry: z.string() }).describe('An entry of the registry'),
    z.object({ day: z.string().nullable().describe('null: K has no limit any more') }).describe('Only time passed'),
  ])
  .meta({ id: 'Cause', description: 'Why something changed' }) satisfies z.ZodType<Cause>;

const element = z
  .union([convergence, z.boolean(), stance, agreement, meetingBrief, planBrief, opposedTarget, reportedBlocker])
  .nullable()
  .describe('The whole element as the state of an issue has it; null where there is none');

export const change = z
  .object({
    issue: z.string().nullable().describe('null: on the negotiation itself'),
    path: z
      .string()
      .meta({ description: 'Which element of the state', examples: ['stances/russia/proposition:cede-donbas', 'convergence'] }),
    before: element,
    after: element,
    because: z.array(cause),
  })
  .meta({ id: 'Change', description: 'One element of the state that is not as it was' }) satisfies z.ZodType<
  Omit<Change, 'before' | 'after'>
>;
