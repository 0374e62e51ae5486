import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { netChangesOf } from '../../read-model/replaying/changes-reader.js';
import { Asking } from '../asking/asking.js';
import { atView } from '../asking/at-view.js';
import { journeyQuestion } from '../asking/journey.schema.js';
import { fixedQuery, journeyOf } from '../asking/journey-of.js';

/** The question of what changed between two points of an axis. */
export const changesQuestion = journeyQuestion({
  from: 'its state is compared',
  issue: 'Only what changed in this issue, its children left out',
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
    const items = await netChangesOf(this.asking, negotiation, journey);
    const body = { at: atView(end), from: start && atView(start), to: atView(end), items };
    return new Answer(body, fixedQuery(journey));
  }
}
