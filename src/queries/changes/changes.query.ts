import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { id } from '../../http/fields/text.js';
import { isFrom } from '../../read-model/replaying/change-sources.js';
import { ChangesReader } from '../../read-model/replaying/changes-reader.js';
import { placeKey } from '../../rules/replay/elements.js';
import { Asking } from '../asking/asking.js';
import { atView } from '../asking/at-view.js';
import { paging } from '../asking/axes.schema.js';
import { journeyQuestion } from '../asking/journey.schema.js';
import { requireKnown } from '../asking/known-filters.js';
import { fixedQuery, journeyOf } from '../asking/journey-of.js';
import { several, valuesOf } from '../asking/several.js';
import { wholeList, workedPage } from '../asking/worked-page.js';

/** The question of what changed between two points of an axis. */
export const changesQuestion = journeyQuestion(
  {
    from: 'its state is compared',
    issue: 'Only what changed in this issue, its children left out',
  },
  {
    party: several(id).optional().describe('Only the stances of this party, and the agreements that it signed; several by repeating'),
    limit: paging.limit.describe('How many changes a page holds, 1 to 500. Left out: all of them, on one page'),
    cursor: paging.cursor,
  },
);
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

/** Compares two states, issue by issue. api.md, "changes and replay". */
@QueryHandler(ChangesQuery)
export class ChangesHandler implements IQueryHandler<ChangesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, question }: ChangesQuery): Promise<Answer> {
    const journey = await journeyOf(question, this.asking);
    const { entries } = this.asking.sceneAt(negotiation, journey.end);
    const { issue, start, end } = journey;
    requireKnown(entries, { issue, party: question.party });
    const parties = valuesOf(question.party) ?? null;
    const changes = new ChangesReader(this.asking.rows, negotiation, journey, parties);
    const list = { sources: await changes.sources(), itemsOf: changes.of.bind(changes), keyOf: placeKey, isOf: isFrom };
    const { limit, cursor, party } = question;
    const fixed = { ...fixedQuery(journey), party };
    const ends = { at: atView(end), from: start && atView(start), to: atView(end) };
    if (limit === undefined && cursor === undefined) return new Answer({ ...ends, items: await wholeList(list) }, fixed);
    const { items, nextCursor } = await workedPage(list, question);
    return new Answer({ ...ends, items }, { ...fixed, limit, cursor }, nextCursor);
  }
}
