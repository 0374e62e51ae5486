import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import type { SceneReader } from '../../read-model/scene-reader.js';
import type { Scene } from '../../rules/scene.js';
import { type Stance, stancesOf } from '../../rules/stance.js';
import { inOrderOfAnswers, stanceView } from '../../rules/stance-view.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith } from '../asking/axes.schema.js';
import { listAnswer } from '../asking/page.js';

export const stancesQuestion = questionWith({
  ...paging,
  party: z.string().optional(),
  issue: z.string().optional().describe('That issue alone, not its children'),
  proposition: z.string().optional(),
  plan: z.string().optional(),
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

@QueryHandler(StancesQuery)
export class StancesHandler implements IQueryHandler<StancesQuery> {
  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, query }: StancesQuery): Promise<Answer> {
    const reader = await this.asking.scene(negotiation, query);
    const scene = sceneFor(reader, query);
    const stances = stancesOf(scene.reports, reader.at.asOf).filter((stance) => isAskedFor(stance, query, scene));
    const items = inOrderOfAnswers(stances).map((stance) => stanceView(stance, scene.registry));
    return listAnswer(reader, items, keyOf, query);
  }
}

/** As little as holds every statement on each target that is asked for. */
function sceneFor(reader: SceneReader, { issue, proposition, plan }: StancesQuestion): Scene {
  if (proposition !== undefined) return reader.of('proposition', [proposition]);
  if (plan !== undefined) return reader.of('plan', [plan]);
  return issue === undefined ? reader.ofAll() : reader.of('issue', [issue]);
}

function isAskedFor(stance: Stance, query: StancesQuestion, { registry }: Scene): boolean {
  const { party, target, contestedBy } = stance;
  const issue = target.kind === 'proposition' ? registry.proposition.get(target.id)?.issue : undefined;
  return (
    (query.party === undefined || party === query.party) &&
    (query.issue === undefined || issue === query.issue) &&
    (query.proposition === undefined || (target.kind === 'proposition' && target.id === query.proposition)) &&
    (query.plan === undefined || (target.kind === 'plan' && target.id === query.plan)) &&
    (query.contested === undefined || String(contestedBy.length > 0) === query.contested)
  );
}

function keyOf({ party, target }: ReturnType<typeof stanceView>): string {
  return 'plan' in target ? `${party} plan ${target.plan}` : `${party} proposition ${target.proposition}`;
}
