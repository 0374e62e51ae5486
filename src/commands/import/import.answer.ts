import { z } from 'zod';
import { position } from '../../http/answers/words.answer.js';
import { hiddenBy, warning } from '../../http/answers/written.answer.js';
import { problemSchema } from '../../http/openapi/problem-answers.js';

const count = z.int().nonnegative();

const outcome = z
  .object({
    line: z.int().describe('From 1'),
    id: z.string().nullable(),
    outcome: z.enum(['created', 'changed', 'unchanged', 'rejected']),
    hiddenBy: z.array(hiddenBy).optional().describe('Left out where nothing hides it'),
    warnings: z.array(warning).optional().describe('Left out where nothing is doubtful, or nothing is appended'),
    problem: problemSchema.optional().describe('Why it is rejected'),
  })
  .meta({ id: 'LineOutcome', description: 'What became of one line' });

const summary = z
  .object({
    created: count,
    changed: count,
    unchanged: count,
    rejected: count,
    warnings: count.describe('Told of all lines'),
    position: position.describe('Up to where this import is in the log'),
    projected: z.boolean().describe('Whether the queries of this node show it'),
  })
  .meta({ id: 'ImportSummary' });

export const importAnswer = z.object({ items: z.array(outcome), summary }).meta({ id: 'ImportAnswer' });

/** One line of the answer to an import of lines. */
export const importLineAnswer = z
  .union([outcome, z.object({ summary, problem: problemSchema.optional().describe('Why it ends before its end') })])
  .meta({ id: 'ImportLineAnswer' });
