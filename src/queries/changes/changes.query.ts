import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { id } from '../../http/fields/text.js';
import { stepsOf } from '../../read-model/replay-reader.js';
import { faultsOfJourney, fixedQuery, journeyOf, REPLAY_AXES } from '../../rules/replay/journey.js';
import { NetChanges } from '../../rules/replay/net-changes.js';
import { Asking } from '../asking/asking.js';
import { atView } from '../asking/at-view.js';
import { questionWith, recorded } from '../asking/axes.schema.js';

/** The question of what changed between two points of an axis. */
export const changesQuestion = questionWith({
  axis: z.enum(REPLAY_AXES).optional().describe('The axis that moves, alone; published without asOf moves asOf too. Default: published'),
  from: recorded
    .optional()
    .describe('A day, or with axis=recorded a position, a day or an instant: its state is compared. Default: the empty state'),
  to: recorded.optional().describe('Included. Default: today; with axis=recorded the head; with published and asOf no limit'),
  issue: id.optional().describe('Only what changed in this issue, its children left out'),
}).superRefine((query, context) => {
  for (const { parameter, code, detail } of faultsOfJourney(query)) {
    context.addIssue({ code: 'custom', path: [parameter], message: detail, params: { code } });
  }
});
export type ChangesQuestion = z.output<typeof changesQuestion>;

/** What changed between two points of an axis, net. */
export class ChangesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly question: ChangesQuestion,
  ) {
    super();
  }
}

/** Folds the steps of replay into what is left of them. api.md, "changes and replay". */
@QueryHandler(ChangesQuery)
export class ChangesHandler implements IQueryHandler<ChangesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, question }: ChangesQuery): Promise<Answer> {
    const journey = await journeyOf(question, this.asking);
    const { entries } = this.asking.sceneAt(negotiation, journey.end);
    const { issue, start, end } = journey;
    if (issue !== null && entries.entry('issue', issue) === undefined) throw this.asking.notFound('issue', issue, negotiation);
    const net = new NetChanges();
    for await (const { changes } of stepsOf(this.asking, negotiation, journey)) {
      for (const change of changes) net.add(change);
    }
    const body = { at: atView(end), from: start && atView(start), to: atView(end), items: net.items };
    return new Answer(body, fixedQuery(journey));
  }
}
