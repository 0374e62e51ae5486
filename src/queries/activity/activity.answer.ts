import { z } from 'zod';
import type { DayOfActivity } from '../../read-model/replaying/activity-reader.js';
import { REPLAY_AXES } from '../../rules/replay/journey.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { at, readAnswer } from '../asking/answers/frame.answer.js';

const count = z.int().min(0);

const day = z
  .object({
    day: z.string().nullable().describe('The first day of the period; null: where K has no limit any more'),
    reports: count.describe('Visible at `to`; their window begins in the period, or with axis=recorded they were first recorded in it'),
    changes: count.nullable().describe('As many as `replay` tells in the period; null where they are not counted'),
    kinds: z.partialRecord(z.enum(REPORT_TYPES), count).describe('The reports by type'),
    groups: z
      .record(z.string(), count)
      .optional()
      .describe('The reports by issue, party or source, as `groups` asks; one that is of several is counted for each'),
    ungrouped: count.optional().describe('The reports that are of none'),
  })
  .meta({ id: 'DayOfActivity' }) satisfies z.ZodType<DayOfActivity>;

export const activityAnswer = readAnswer('Activity', {
  from: at.nullable().describe('null: the empty state'),
  to: at,
  axis: z.enum(REPLAY_AXES),
  first: z.string().nullable().describe('The first `day` of the list; null where it is empty'),
  last: z.string().nullable().describe('The last `day` of the list'),
  areChangesCounted: z.boolean().describe('false: there are too many to be counted; ask for fewer days'),
  items: z.array(day),
});
