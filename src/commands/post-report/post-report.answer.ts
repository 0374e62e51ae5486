import { z } from 'zod';
import { answerSchema } from '../../http/answer-schema.js';
import { BASES } from '../../vocabulary/reported-date.js';
import { REASONS } from '../../vocabulary/events/report-corrections.js';

const date = z.object({
  edtf: z.string(),
  phrase: z.string().nullable(),
  basis: z.enum(BASES),
  anchor: z.string().nullable(),
  note: z.string().nullable(),
});
const removal = { reason: z.enum(REASONS), published: date.nullable(), note: z.string().nullable() };

const hiddenBy = z.union([
  z.object({ by: z.literal('retraction'), report: z.string(), ...removal }),
  z.object({ by: z.literal('withdrawal'), source: z.string(), ...removal }),
]);

const posted = z.object({
  id: z.string(),
  outcome: z.enum(['created', 'unchanged']),
  position: z.string().describe('Where it stands in the log'),
  recordedAt: z.string(),
  revision: z.string().describe('For the If-Match of what amends it'),
  projected: z.boolean().describe('Whether the queries of this node show it'),
  hiddenBy: z
    .array(hiddenBy)
    .optional()
    .describe('What hides the report though it is recorded: its retraction, the withdrawal of its source. Left out where nothing does'),
});

/** What `POST …/reports` answers, for the documentation. */
export const POSTED_ANSWER = { schema: answerSchema(posted) };
