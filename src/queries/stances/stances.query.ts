import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import type { Registry } from '../../rules/scene.js';
import { type Stance, stancesOn } from '../../rules/stance.js';
import { inOrderOfAnswers, stanceView } from '../../rules/stance-view.js';
import type { Target } from '../../rules/statements.js';
import { Asking } from '../asking/asking.js';
import { paging } from '../asking/axes.schema.js';
import { type Movement, MOVEMENTS } from '../../rules/movement.js';
import { requireKnown } from '../asking/known-filters.js';
import { pageAnswer } from '../asking/page.js';
import { fits, several, valuesOf } from '../asking/several.js';
import { stateQuestionWith } from '../asking/what-if.schema.js';
import { workedPage } from '../asking/worked-page.js';
import { type HeldAsked, heldAskedBy, heldFilters, isHeldAsAsked, isKeyOn, keyOf, targetsFor } from './held-asked.js';

export const stancesQuestion = stateQuestionWith({
  ...paging,
  ...heldFilters,
  movement: several(z.enum(MOVEMENTS)).optional().describe('How it moved from what it was before'),
  contested: z.enum(['true', 'false']).optional(),
});
export type StancesQuestion = z.output<typeof stancesQuestion>;

/** The stances of a negotiation. */
export class StancesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: StancesQuestion,
  ) {
    super();
  }
}

/** Answers with a page of stances, target by target, each by the rules of design 4, "Stance". */
@QueryHandler(StancesQuery)
export class StancesHandler implements IQueryHandler<StancesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: StancesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    requireKnown(reader.entries, query);
    const { index, point, registry, at } = reader;
    const grounds = new GroundsReader(index, negotiation, point);
    const asked = askedBy(query);
    const viewsOn = ({ kind, id }: Target) => {
      const stances = stancesOn(grounds.on(kind, [id], asked.parties), at.asOf);
      return inOrderOfAnswers(stances.filter((stance) => isAskedFor(stance, asked, registry))).map((one) => stanceView(one, registry));
    };
    const { items, nextCursor } = await workedPage({ sources: targetsFor(reader, asked), itemsOf: viewsOn, keyOf, isOf: isKeyOn }, query);
    return pageAnswer(reader, items, nextCursor, query);
  }
}

/** The values of each filter; undefined where it is not given. */
interface StancesAsked extends HeldAsked {
  readonly movements: readonly Movement[] | undefined;
  readonly contested: string | undefined;
}

function askedBy(question: StancesQuestion): StancesAsked {
  return { ...heldAskedBy(question), movements: valuesOf(question.movement), contested: question.contested };
}

function isAskedFor(stance: Stance, asked: StancesAsked, registry: Registry): boolean {
  const { movement, contestedBy } = stance;
  return (
    isHeldAsAsked(stance, asked, registry) &&
    fits(movement, asked.movements) &&
    (asked.contested === undefined || String(contestedBy.length > 0) === asked.contested)
  );
}
