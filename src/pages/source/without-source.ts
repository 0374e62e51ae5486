import { namedSource } from '../../queries/asking/what-if.schema.js';
import type { Stance } from '../asking/stance-shapes.js';
import type { Tracker } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import { type Effect, isQuiet, saidBy } from '../parts/effect.js';

/** What would be otherwise if a source were not there: stances that would be others or none, and issues as a whole; from what is to what would be. */
export async function withoutSource(source: string, { n, fixed, names }: View, tracker: Tracker): Promise<Effect[]> {
  const without = namedSource(source);
  const [is, wouldBe] = await Promise.all([tracker.stances(n, fixed), tracker.stances(n, { ...fixed, without })]);
  const stances = stancesBetween(is, wouldBe).filter((effect) => !isQuiet(effect));
  await tracker.nameActors(names, saidBy(stances), n, fixed);
  const issues = [...new Set(stances.flatMap(({ issue }) => issue ?? []))];
  const wholes = await Promise.all(
    issues.map(async (issue): Promise<Effect[]> => {
      const [before, after] = await Promise.all([fixed, { ...fixed, without }].map((axes) => tracker.issueState(n, issue, axes)));
      if (before === undefined || after === undefined || before.convergence === after.convergence) return [];
      return [{ kind: 'convergence', issue, because: [], before: before.convergence, after: after.convergence }];
    }),
  );
  return [...wholes.flat(), ...stances];
}

function stancesBetween(is: readonly Stance[], wouldBe: readonly Stance[]): Effect[] {
  const [before, after] = [is, wouldBe].map((stances) => new Map(stances.map((stance) => [keyOf(stance), stance])));
  return [...new Map([...(before ?? []), ...(after ?? [])]).entries()].map(([key, { party, target }]) => ({
    kind: 'stance',
    party,
    issue: 'issue' in target ? target.issue : null,
    because: [],
    before: before?.get(key) ?? null,
    after: after?.get(key) ?? null,
  }));
}

function keyOf({ party, target }: Stance): string {
  return 'plan' in target ? `${party} plan:${target.plan}` : `${party} proposition:${target.proposition}`;
}
