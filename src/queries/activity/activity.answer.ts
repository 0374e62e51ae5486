import { z } from 'zod';
import { answerSchema } from '../../http/answer-schema.js';
import { REPLAY_AXES } from '../../rules/replay/journey.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';

const at = z.object({
  asOf: z.string(),
  knownBy: z.string().nullable(),
  recordedBy: z.string().describe('@POSITION'),
  certainty: z.enum(['any', 'certain']),
});

const count = z.int().min(0);

const activity = z.object({
  at,
  from: at.nullable().describe('null: the empty state'),
  to: at,
  axis: z.enum(REPLAY_AXES),
  first: z.string().nullable().describe('The first day of the list; null where it is empty'),
  last: z.string().nullable(),
  areChangesCounted: z.boolean().describe('false: there are too many to be counted; ask for fewer days'),
  items: z.array(
    z.object({
      day: z.string().nullable().describe('null: where K has no limit any more'),
      reports: count.describe('Visible at `to`; their window begins on the day, or with axis=recorded they were first recorded on it'),
      changes: count.nullable().describe('As many as `replay` tells on the day; null where they are not counted'),
      kinds: z.partialRecord(z.enum(REPORT_TYPES), count).describe('The reports by type'),
    }),
  ),
});

/** For the documentation. */
export const ACTIVITY_ANSWER = { schema: answerSchema(activity) };
