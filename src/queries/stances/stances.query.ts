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
import { paging } from '../asking/axes.schema.js';
import { type Movement, MOVEMENTS } from '../../rules/movement.js';
import { requireKnown } from '../asking/known-filters.js';
import { pageAnswer } from '../asking/page.js';
import { fits, several, valuesOf } from '../asking/several.js';
import { stateQuestionWith } from '../asking/what-if.schema.js';
import { workedPage } from '../asking/worked-page.js';

export const stancesQuestion = stateQuestionWith({
  ...paging,
  party: several(z.string()).optional(),
  issue: several(z.string()).optional().describe('That issue alone, not its children'),
  proposition: several(z.string()).optional(),
  plan: several(z.string()).optional(),
  movement: several(z.enum(MOVEMENTS)).optional().describe('How it moved from what it was before'),
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
interface StancesAsked {
  readonly parties: readonly string[] | undefined;
  readonly issues: readonly string[] | undefined;
  readonly propositions: readonly string[] | undefined;
  readonly plans: readonly string[] | undefined;
  readonly movements: readonly Movement[] | undefined;
  readonly contested: string | undefined;
}

function askedBy({ party, issue, proposition, plan, movement, contested }: StancesQuestion): StancesAsked {
  return {
    parties: valuesOf(party),
    issues: valuesOf(issue),
    propositions: valuesOf(proposition),
    plans: valuesOf(plan),
    movements: valuesOf(movement),
    contested,
  };
}

/** As few targets as hold all that is asked for, in the order of answers. */
function targetsFor(reader: SceneReader, { issues, propositions, plans }: StancesAsked): Target[] {
  const { file, negotiation } = reader;
  if (propositions !== undefined) return inOrder(propositions.map((id) => ({ kind: 'proposition', id })));
  if (plans !== undefined) return inOrder(plans.map((id) => ({ kind: 'plan', id })));
  if (issues !== undefined) {
    const issueReader = new IssueReader(reader);
    return inOrder(issues.flatMap((issue) => issueReader.propositions(issue)).map((id) => ({ kind: 'proposition', id })));
  }
  return inOrder(KINDS.flatMap((kind) => [...allIds(file, negotiation, kind)].map((id) => ({ kind, id }))));
}

/** As `inOrderOfAnswers` has their stances. */
function inOrder(targets: readonly Target[]): Target[] {
  return targets.toSorted((a, b) => compare(a.id, b.id) || compare(a.kind, b.kind));
}

function isAskedFor({ party, target, movement, contestedBy }: Stance, asked: StancesAsked, registry: Registry): boolean {
  const [proposition, plan] = target.kind === 'proposition' ? [target.id, null] : [null, target.id];
  const issue = proposition === null ? null : registry.proposition.get(proposition)?.issue;
  return (
    fits(party, asked.parties) &&
    fits(issue, asked.issues) &&
    fits(proposition, asked.propositions) &&
    fits(plan, asked.plans) &&
    fits(movement, asked.movements) &&
    (asked.contested === undefined || String(contestedBy.length > 0) === asked.contested)
  );
}

function keyOf({ party, target }: ReturnType<typeof stanceView>): string {
  return 'plan' in target ? `${party} plan ${target.plan}` : `${party} proposition ${target.proposition}`;
}

function isKeyOn({ kind, id }: Target, key: string): boolean {
  return key.endsWith(` ${kind} ${id}`);
}
