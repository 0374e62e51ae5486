import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Answer } from '../../http/answer.js';
import { IssueReader } from '../../read-model/reading/issue-reader.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import type { Registry } from '../../rules/scene.js';
import { type Stance, stancesOn } from '../../rules/stance.js';
import { inOrderOfAnswers, stanceView } from '../../rules/stance-view.js';
import type { Target } from '../../rules/statements.js';
import { compare } from '../../vocabulary/compare.js';
import { Asking } from '../asking/asking.js';
import { paging, questionWith } from '../asking/axes.schema.js';
import { pageAnswer } from '../asking/page.js';
import { workedPage } from '../asking/worked-page.js';

export const stancesQuestion = questionWith({
  ...paging,
  party: z.string().optional(),
  issue: z.string().optional().describe('That issue alone, not its children'),
  proposition: z.string().optional(),
  plan: z.string().optional(),
  contested: z.enum(['true', 'false']).optional(),
});
export type StancesQuestion = z.output<typeof stancesQuestion>;

const KINDS = ['proposition', 'plan'] as const;

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
    const { index, point, registry, at } = reader;
    const grounds = new GroundsReader(index, negotiation, point);
    const viewsOn = ({ kind, id }: Target) => {
      const stances = stancesOn(grounds.on(kind, [id], query.party), at.asOf);
      return inOrderOfAnswers(stances.filter((stance) => isAskedFor(stance, query, registry))).map((one) => stanceView(one, registry));
    };
    const { items, nextCursor } = await workedPage({ sources: targetsFor(reader, query), itemsOf: viewsOn, keyOf, isOf: isKeyOn }, query);
    return pageAnswer(reader, items, nextCursor, query);
  }
}

/** As few targets as hold all that is asked for, in the order of answers. */
function targetsFor(reader: SceneReader, { issue, proposition, plan }: StancesQuestion): Target[] {
  const { file, negotiation } = reader;
  if (proposition !== undefined) return [{ kind: 'proposition', id: proposition }];
  if (plan !== undefined) return [{ kind: 'plan', id: plan }];
  if (issue !== undefined) return inOrder(new IssueReader(reader).propositions(issue).map((id) => ({ kind: 'proposition', id })));
  return inOrder(KINDS.flatMap((kind) => [...allIds(file, negotiation, kind)].map((id) => ({ kind, id }))));
}

/** As `inOrderOfAnswers` has their stances. */
function inOrder(targets: readonly Target[]): Target[] {
  return targets.toSorted((a, b) => compare(a.id, b.id) || compare(a.kind, b.kind));
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

function isKeyOn({ kind, id }: Target, key: string): boolean {
  return key.endsWith(` ${kind} ${id}`);
}
