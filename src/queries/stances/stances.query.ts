import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { IssueReader } from '../../read-model/issue-reader.js';
import { allNumbers } from '../../read-model/names.js';
import type { SceneReader } from '../../read-model/scene-reader.js';
import { StatementReader } from '../../read-model/statement-reader.js';
import type { Registry } from '../../rules/scene.js';
import { type Grounds, type Stance, stancesOn } from '../../rules/stance.js';
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
    const { registry, at } = reader;
    const stances = stancesOn(groundsFor(reader, query), at.asOf).filter((stance) => isAskedFor(stance, query, registry));
    const items = inOrderOfAnswers(stances).map((stance) => stanceView(stance, registry));
    return listAnswer(reader, items, keyOf, query);
  }
}

/** As little as holds every target that is asked for. */
function groundsFor(reader: SceneReader, { issue, proposition, plan, party }: StancesQuestion): Grounds[] {
  const { file, negotiation, at } = reader;
  const statements = new StatementReader(file, negotiation, at);
  if (proposition !== undefined) return statements.on('proposition', [proposition], party);
  if (plan !== undefined) return statements.on('plan', [plan], party);
  if (issue !== undefined) return new IssueReader(reader).grounds(issue, party);
  return (['proposition', 'plan'] as const).flatMap((kind) => statements.onTargets(kind, allNumbers(file, negotiation, kind), party));
}

function isAskedFor(stance: Stance, query: StancesQuestion, registry: Registry): boolean {
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
