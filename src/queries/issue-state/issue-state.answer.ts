import { z } from 'zod';
import { convergence } from '../asking/answers/elements.answer.js';
import { readAnswer } from '../asking/answers/frame.answer.js';
import { issueFields } from '../asking/answers/issue.answer.js';

const child = z.object({ id: z.string(), title: z.string(), names: issueFields.names, convergence, stale: z.boolean() });

export const issueStateAnswer = readAnswer('IssueState', {
  ...issueFields,
  children: z.array(child),
  degraded: z.boolean().describe('Whether an event that concerns it is parked: then something is missing'),
}).describe('How an issue stands at a point on the three axes');
