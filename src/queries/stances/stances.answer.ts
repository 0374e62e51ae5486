import { z } from 'zod';
import { evidence } from '../../http/answers/words.answer.js';
import { listAnswer } from '../asking/answers/frame.answer.js';
import { said, stance } from '../asking/answers/stance.answer.js';
import type { ExpiredStanceView } from './expired-stances.query.js';

export const stancesAnswer = listAnswer('Stances', stance);

const expiredStance = z
  .object({
    party: z.string(),
    target: stance.shape.target,
    expired: said.describe('The strongest of its statements'),
    until: z.string().describe('The last day on which that held'),
    evidence,
  })
  .meta({
    id: 'ExpiredStance',
    description: 'What one party once held on a proposition or plan: all its statements there are expired',
  }) satisfies z.ZodType<ExpiredStanceView>;

export const expiredStancesAnswer = listAnswer('ExpiredStances', expiredStance);
