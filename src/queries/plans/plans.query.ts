import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { planIds } from '../../rules/issue-state.js';
import { plansOf } from '../../rules/mentions.js';
import { ofPlan, planState } from '../../rules/plan-state.js';
import type { Scene } from '../../rules/scene.js';
import { stancesOf } from '../../rules/stance.js';
import { inOrderOfAnswers, stanceView } from '../../rules/stance-view.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { atView, axesOf } from '../asking/at-view.js';
import { type AxesQuery, paging, questionWith } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';

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

@QueryHandler(PlansQuery)
export class PlansHandler implements IQueryHandler<PlansQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: PlansQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const scene = reader.ofAll();
    const items = planIds(scene.reports).map((id) => planView(id, scene));
    return listAnswer(reader, items, ({ id }) => id, query);
  }
}

@QueryHandler(PlanQuery)
export class PlanHandler implements IQueryHandler<PlanQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, plan, query }: PlanQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    if (!reader.entries.entry('plan', plan)) throw this.asking.notFound('plan', plan, negotiation);
    const scene = reader.of('plan', [plan]);
    if (scene.reports.length === 0) throw new Refusal('not-visible', `No report that is visible then names the plan "${plan}".`);
    return new Answer({ at: atView(reader.at), ...planView(plan, scene) }, axesOf(reader.at));
  }
}

function planView(id: string, { at, registry, reports }: Scene) {
  const naming = reports.filter(({ content }) => plansOf(content).includes(id));
  const { by, pointCount, points, revises, revisedBy, status, certainty, evidence } = planState(id, naming.map(ofPlan));
  const stances = stancesOf(naming, at.asOf).filter(({ target }) => target.kind === 'plan' && target.id === id);
  return {
    id,
    title: registry.plan.get(id)?.title ?? id,
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
