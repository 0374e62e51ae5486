import { z } from 'zod';
import { WARNING_CODES } from '../../vocabulary/warning.js';
import { explained } from '../openapi/explained.js';
import { dateTold, instant, position, reason, revision } from './words.answer.js';

const removal = { reason, published: dateTold.nullable(), note: z.string().nullable() };

/** What hides a report that is recorded. */
export const hiddenBy = z
  .union([
    z.object({ by: z.literal('retraction'), report: z.string(), ...removal }),
    z.object({ by: z.literal('withdrawal'), source: z.string(), ...removal }),
  ])
  .meta({ id: 'HiddenBy', description: 'What hides a report though it is recorded: its retraction, or the withdrawal of its source' });

/** What is doubtful in a body that was taken. */
export const warning = z
  .object({
    code: explained('WarningCode', 'Why it is doubtful', WARNING_CODES),
    pointer: z.string().describe('JSON pointer into the body, as a URI fragment'),
    detail: z.string(),
    reports: z.array(z.string()).optional().describe('The reports beside which it is doubtful; left out where it is so by itself'),
  })
  .meta({ id: 'Warning', description: 'What is legal and doubtful: it is recorded, or in a dry run would be' });

const receipt = z.object({
  id: z.string(),
  outcome: z.enum(['created', 'changed', 'unchanged']).describe('unchanged: nothing was appended'),
  position,
  recordedAt: instant,
  revision,
  projected: z.boolean().describe('Whether the queries of this node show it'),
  hiddenBy: z.array(hiddenBy).optional().describe('Left out where nothing hides it'),
  warnings: z.array(warning).optional().describe('Left out where nothing is doubtful, or nothing was appended'),
});

/** What a write is answered with. */
const writtenAnswer = receipt.meta({ id: 'Written', description: 'A write that is durable: where it stands in the log' });

const unchanged = { description: 'Nothing was appended, for nothing would have changed.', json: writtenAnswer };

/** The answers of a write that makes something new each time that it changes something. */
export const MADE = { 201: { description: 'It is recorded.', json: writtenAnswer }, 200: unchanged };

/** The answers of a write that replaces what is there. */
export const REPLACED = {
  201: { description: 'It is new.', json: writtenAnswer },
  200: { description: 'It was replaced, or is as it was: see `outcome`.', json: writtenAnswer },
};
