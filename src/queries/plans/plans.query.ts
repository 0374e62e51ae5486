import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import { planFacts } from '../../read-model/reading/plan-reader.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import { type PlanFacts, planState } from '../../rules/plan-state.js';
import { stancesOn } from '../../rules/stance.js';
import { inOrderOfAnswers, stanceView } from '../../rules/stance-view.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, paging, questionWith } from '../asking/axes.schema.js';
import { pageAnswer } from '../asking/page.js';
import { workedPage } from '../asking/worked-page.js';

export const plansQuestion = questionWith(paging);
export type PlansQuestion = z.output<typeof plansQuestion>;

/** The plans that visible reports name. */
export class PlansQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly query: PlansQuestion,
  ) {
    super();
  }
}

/** One plan. */
export class PlanQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly plan: string,
    readonly query: AxesQuery,
  ) {
    super();
  }
}

/** Answers with a page of plans by the rules of design 4, "Plan". */
@QueryHandler(PlansQuery)
export class PlansHandler implements IQueryHandler<PlansQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: PlansQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const viewsOf = (id: string) => {
      const facts = planFacts(reader, id);
      return facts.naming.length > 0 ? [planView(facts, reader)] : [];
    };
    const { items, nextCursor } = await workedPage(
      {
        sources: [...allIds(reader.file, negotiation, 'plan')],
        itemsOf: viewsOf,
        keyOf: ({ id }) => id,
        isOf: (id, key) => id === key,
      },
      query,
    );
    return pageAnswer(reader, items, nextCursor, query);
  }
}

/**
 * Answers with a plan by the rules of design 4, "Plan".
 * @throws Refusal where there is no such plan, or nothing visible names it
 */
@QueryHandler(PlanQuery)
export class PlanHandler implements IQueryHandler<PlanQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, plan, query }: PlanQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (!reader.entries.entry('plan', plan)) throw this.asking.notFound('plan', plan, negotiation, reader.at.recordedBy);
    const facts = planFacts(reader, plan);
    if (facts.naming.length === 0) throw new Refusal('not-visible', `No report that is visible then names the plan "${plan}".`);
    return new Answer({ at: atView(reader.at), ...planView(facts, reader) }, axesOf(reader.at));
  }
}

function planView(facts: PlanFacts, { index, negotiation, at, point, registry }: SceneReader) {
  const { by, pointCount, points, revises, revisedBy, status, certainty, evidence } = planState(facts);
  const { id } = facts;
  const entry = registry.plan.get(id);
  const stances = stancesOn(new GroundsReader(index, negotiation, point).on('plan', [id]), at.asOf);
  return {
    id,
    title: entry?.title ?? id,
    ...(entry?.names && { names: entry.names }),
    by,
    pointCount,
    points,
    revises,
    revisedBy,
    status,
    certainty,
    stances: inOrderOfAnswers(stances).map((stance) => stanceView(stance, registry)),
    evidence,
  };
}
