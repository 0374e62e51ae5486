import { z } from 'zod';
import { edtfTold, position } from '../../http/answers/words.answer.js';
import type { Step } from '../../rules/replay/step.js';
import { cause, change } from '../asking/answers/change.answer.js';

/** One step of a replay: a line of NDJSON, or the data of an event. */
export const stepAnswer = z
  .object({
    step: z.int().describe('From 1'),
    day: z.string().nullable().optional().describe('On the axes of days; null: K has no limit any more'),
    position: position.optional().describe('On the axis `recorded`'),
    cause,
    report: z
      .object({ id: z.string(), type: z.string(), summary: z.string(), source: z.string(), occurred: edtfTold.nullable() })
      .nullable()
      .optional()
      .describe('Where a report is the cause: as it is seen now, null where it is not'),
    changes: z.array(change),
  })
  .meta({ id: 'Step', description: 'What happened at one point of the way, and what it changed' }) satisfies z.ZodType<
  Omit<Step, 'changes' | 'report'>
>;

/** The data of the last message to a client that is too slow. */
export const droppedAnswer = z
  .object({ resumeAfter: position })
  .meta({ id: 'Dropped', description: 'The client is too slow: it goes on with this `Last-Event-ID`' });
