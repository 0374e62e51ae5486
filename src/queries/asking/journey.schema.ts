import { z } from 'zod';
import { id } from '../../http/fields/text.js';
import { REPLAY_AXES } from '../../rules/replay/journey.js';
import { questionWith, recorded } from './axes.schema.js';
import { faultsOfJourney, type JourneyQuery } from './journey-of.js';

/**
 * The question of changes and replay: a way along one axis.
 * @param descriptions of `from` and `issue`, for the documentation
 * @param others parameters beside
 */
export const journeyQuestion = <S extends z.ZodRawShape>(descriptions: { readonly from: string; readonly issue: string }, others: S) =>
  questionWith({
    ...others,
    axis: z.enum(REPLAY_AXES).optional().describe('The axis that moves, alone; published without asOf moves asOf too. Default: published'),
    from: recorded
      .optional()
      .describe(`A day, or with axis=recorded a position, a day or an instant: ${descriptions.from}. Default: the empty state`),
    to: recorded.optional().describe('Included. Default: today; with axis=recorded the head; with published and asOf no limit'),
    issue: id.optional().describe(descriptions.issue),
  }).superRefine((query, context) => {
    for (const { parameter, code, detail } of faultsOfJourney(query as JourneyQuery)) {
      context.addIssue({ code: 'custom', path: [parameter], message: detail, params: { code } });
    }
  });
