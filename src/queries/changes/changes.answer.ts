import { z } from 'zod';
import { change } from '../asking/answers/change.answer.js';
import { at, readAnswer } from '../asking/answers/frame.answer.js';

export const changesAnswer = readAnswer('Changes', {
  from: at.nullable().describe('null: the empty state'),
  to: at,
  items: z.array(change),
  next: z.string().nullable().optional().describe('Of a page: the URL of the next one, all axes fixed; null behind the last one'),
});
