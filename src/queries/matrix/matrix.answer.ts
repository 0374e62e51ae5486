import { z } from 'zod';
import { names } from '../../http/answers/entries.answer.js';
import { idsTold } from '../../http/answers/words.answer.js';
import type { Cell, MatrixIssue, Row } from '../../rules/matrix.js';
import { readAnswer } from '../asking/answers/frame.answer.js';
import { issueFields, target } from '../asking/answers/issue.answer.js';
import { stance } from '../asking/answers/stance.answer.js';

const issue = z
  .object({
    id: issueFields.id,
    title: issueFields.title,
    names: issueFields.names,
    parent: issueFields.parent,
    principals: idsTold,
    convergence: issueFields.convergence,
    coverage: issueFields.coverage,
    stale: issueFields.stale,
    lastEvidence: issueFields.lastEvidence,
    degraded: z.boolean(),
  })
  .meta({ id: 'MatrixIssue' }) satisfies z.ZodType<MatrixIssue>;

const cell = stance
  .omit({ target: true })
  .extend({ weight: z.int().describe('−3 to +3'), contested: z.boolean() })
  .meta({ id: 'Cell', description: 'What one party holds on the proposition of the row' }) satisfies z.ZodType<Cell>;

const row = target
  .extend({
    issue: z.string(),
    names,
    verdict: target.shape.verdict.nullable(),
    certainty: target.shape.certainty.nullable(),
    cells: z.array(cell),
  })
  .meta({
    id: 'Row',
    description: 'A proposition on which anybody holds anything; without a verdict where it is no target',
  }) satisfies z.ZodType<Row>;

const column = z.object({ party: z.string(), name: z.string(), names, principal: z.boolean() }).meta({ id: 'Column' });

export const matrixAnswer = readAnswer('Matrix', { issues: z.array(issue), columns: z.array(column), rows: z.array(row) });
