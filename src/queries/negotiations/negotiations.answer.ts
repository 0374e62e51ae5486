import { z } from 'zod';
import { entryFields } from '../../http/answers/entries.answer.js';
import { certainty, edtfTold, idsTold } from '../../http/answers/words.answer.js';
import { reportedBlocker } from '../asking/answers/elements.answer.js';
import { listAnswer, readAnswer } from '../asking/answers/frame.answer.js';

const count = z.int().nonnegative();
const counts = {
  issues: count,
  propositions: count,
  parties: count,
  persons: count,
  plans: count,
  meetings: count,
  sources: count,
};

const negotiationBrief = z
  .object({
    id: z.string(),
    title: z.string(),
    names: entryFields.negotiation.names,
    language: entryFields.negotiation.language,
    principals: idsTold,
    counts: z.object(counts),
  })
  .meta({ id: 'NegotiationBrief', description: 'A negotiation in short' });

const latestReport = z.object({ report: z.string(), type: z.string(), summary: z.string(), occurred: edtfTold, certainty });

export const negotiationsAnswer = listAnswer('Negotiations', negotiationBrief);
export const negotiationAnswer = readAnswer('Negotiation', {
  id: z.string(),
  ...entryFields.negotiation,
  counts: z.object({ ...counts, reports: count.describe('The visible ones') }),
  blockers: z.array(reportedBlocker).describe('Those that name no issue'),
  latestReport: latestReport.nullable(),
  degraded: z.boolean(),
});
