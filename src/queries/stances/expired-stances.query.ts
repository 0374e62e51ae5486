import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { endedPairs, targetKey } from '../../read-model/reading/ended-pairs.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import { expiredStanceOn } from '../../rules/expired-stance.js';
import { type Said, said } from '../../rules/said.js';
import type { Registry } from '../../rules/scene.js';
import { type TargetView, targetView } from '../../rules/stance-view.js';
import type { Statement, Target } from '../../rules/statements.js';
import { formatDay } from '../../vocabulary/day.js';
import { Asking } from '../asking/asking.js';
import { paging } from '../asking/axes.schema.js';
import { requireKnown } from '../asking/known-filters.js';
import { pageAnswer } from '../asking/page.js';
import { stateQuestionWith } from '../asking/what-if.schema.js';
import { workedPage } from '../asking/worked-page.js';
import { heldAskedBy, heldFilters, isHeldAsAsked, isKeyOn, keyOf, targetsFor } from './held-asked.js';

export const expiredStancesQuestion = stateQuestionWith({ ...paging, ...heldFilters });
export type ExpiredStancesQuestion = z.output<typeof expiredStancesQuestion>;

/** What a party once held on something on which it has no stance any more. */
export interface ExpiredStanceView {
  readonly party: string;
  readonly target: TargetView;
  /** The strongest of its statements, all of which are expired. */
  readonly expired: Said;
  /** The last day on which that held. */
  readonly until: string;
  readonly evidence: readonly string[];
}

/** The stances of a negotiation that are over. */
export class ExpiredStancesQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: ExpiredStancesQuestion,
  ) {
    super();
  }
}

/** Answers with a page of what parties held on targets on which they hold nothing any more, target by target. */
@QueryHandler(ExpiredStancesQuery)
export class ExpiredStancesHandler implements IQueryHandler<ExpiredStancesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: ExpiredStancesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    requireKnown(reader.entries, query);
    const { index, point, registry, at } = reader;
    const grounds = new GroundsReader(index, negotiation, point);
    const asked = heldAskedBy(query);
    const ended = endedPairs(index, negotiation, point);
    const viewsOn = (target: Target): ExpiredStanceView[] =>
      (ended.get(targetKey(target)) ?? []).flatMap((pair) => {
        const expired = expiredStanceOn(grounds.of(pair, target), at.asOf);
        return expired !== undefined && isHeldAsAsked(expired, asked, registry) ? [viewOf(expired, registry)] : [];
      });
    const { items, nextCursor } = await workedPage({ sources: targetsFor(reader, asked), itemsOf: viewsOn, keyOf, isOf: isKeyOn }, query);
    return pageAnswer(reader, items, nextCursor, query);
  }
}

function viewOf(statement: Statement, registry: Registry): ExpiredStanceView {
  const { party, target, until, report } = statement;
  return { party, target: targetView(target, registry), expired: said(statement), until: formatDay(until), evidence: [report.id] };
}
