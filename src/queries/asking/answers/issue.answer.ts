import { z } from 'zod';
import { names } from '../../../http/answers/entries.answer.js';
import { ageDays, certainty, edtfTold, evidence, idsTold, modality } from '../../../http/answers/words.answer.js';
import { explained } from '../../../http/openapi/explained.js';
import type { IssueState, TargetView } from '../../../rules/issue-state.js';
import { actors, agreement, blocker, convergence, meetingBrief, planBrief } from './elements.answer.js';
import { stance } from './stance.answer.js';

const verdict = explained('Verdict', 'How the parties stand to each other on one proposition', {
  opposed: 'somebody is for, somebody against, and far apart',
  agreed: 'all principals are for, without conditions',
  rejected: 'all principals are against',
  open: 'anything else',
} satisfies Record<TargetView['verdict'], string>);

/** A proposition on which at least two are heard. */
export const target = z
  .object({
    proposition: z.string(),
    text: z.string(),
    names,
    verdict,
    conditional: z.boolean().describe('Whether conditions alone keep it from `agreed`'),
    for: idsTold,
    against: idsTold,
    claimed: z
      .array(z.object({ party: z.string(), report: z.string(), modality }))
      .describe('What others say of the parties; it counts for nothing'),
    contested: z.boolean(),
    certainty,
    evidence,
  })
  .meta({ id: 'Target', description: 'A proposition with at least two counted stances' }) satisfies z.ZodType<TargetView>;

const assessment = z
  .object({
    report: z.string(),
    summary: z.string(),
    by: actors,
    about: z.object({ issue: z.string(), plan: z.string(), meeting: z.string(), proposition: z.string() }).partial().nullable(),
    measure: z.object({ value: z.union([z.number(), z.string()]), unit: z.string(), of: z.string() }).nullable(),
    certainty,
  })
  .meta({ id: 'Assessment', description: 'What somebody makes of it: never merged, never averaged' });

/** The state of an issue, its children left out. */
export const issueFields = {
  id: z.string(),
  title: z.string(),
  names,
  parent: z.string().nullable(),
  convergence,
  coverage: z.object({
    targets: z.int(),
    propositions: z.int().describe('Those with a counted stance'),
    heard: idsTold.describe('Whoever has a counted stance'),
    silent: idsTold.describe('The principals that have none'),
  }),
  targets: z.array(target),
  stances: z.array(stance).describe('By the id of the target, then by party'),
  agreements: z.array(agreement),
  meetings: z.array(meetingBrief),
  plans: z.array(planBrief),
  assessments: z.array(assessment),
  blockers: z.array(blocker),
  lastEvidence: z.object({ report: z.string(), occurred: edtfTold, ageDays }).nullable().describe('The latest certain news'),
  stale: z.boolean().describe('Whether there was no news for longer than `staleAfterDays` of the negotiation'),
} satisfies { [K in keyof IssueState]: z.ZodType<IssueState[K]> };
