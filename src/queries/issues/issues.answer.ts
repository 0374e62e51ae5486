import { z } from 'zod';
import { names } from '../../http/answers/entries.answer.js';
import { convergence } from '../asking/answers/elements.answer.js';
import { listAnswer } from '../asking/answers/frame.answer.js';

const count = z.int().nonnegative();

const issueBrief = z
  .object({
    id: z.string(),
    title: z.string(),
    names,
    parent: z.string().nullable(),
    convergence,
    stale: z.boolean(),
    degraded: z.boolean().describe('Whether an event that concerns it is parked: then something is missing'),
    counts: z.object({
      reports: count,
      targets: count,
      stances: count,
      agreements: count,
      meetings: count,
      plans: count,
      assessments: count,
      blockers: count,
    }),
  })
  .meta({ id: 'IssueBrief', description: 'An issue in short' });

export const issuesAnswer = listAnswer('Issues', issueBrief);
