import { z } from 'zod';
import { IssueReader } from '../../read-model/reading/issue-reader.js';
import { allIds } from '../../read-model/reading/named-ids.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import type { Registry } from '../../rules/scene.js';
import type { TargetView } from '../../rules/stance-view.js';
import type { Target } from '../../rules/statements.js';
import { compare } from '../../vocabulary/compare.js';
import { fits, several, valuesOf } from '../asking/several.js';

const KINDS = ['proposition', 'plan'] as const;

/** By what one may ask for what parties hold, or held. */
export const heldFilters = {
  party: several(z.string()).optional(),
  issue: several(z.string()).optional().describe('That issue alone, not its children'),
  proposition: several(z.string()).optional(),
  plan: several(z.string()).optional(),
};

type HeldQuestion = z.output<z.ZodObject<typeof heldFilters>>;

/** The values of these filters; undefined where one is not given. */
export interface HeldAsked {
  readonly parties: readonly string[] | undefined;
  readonly issues: readonly string[] | undefined;
  readonly propositions: readonly string[] | undefined;
  readonly plans: readonly string[] | undefined;
}

/** The filters that a question gives. */
export function heldAskedBy({ party, issue, proposition, plan }: HeldQuestion): HeldAsked {
  return { parties: valuesOf(party), issues: valuesOf(issue), propositions: valuesOf(proposition), plans: valuesOf(plan) };
}

/** Whether what a party holds, or held, fits all filters that are given. */
export function isHeldAsAsked(
  { party, target }: { readonly party: string; readonly target: Target },
  { parties, issues, propositions, plans }: HeldAsked,
  registry: Registry,
): boolean {
  const [proposition, plan] = target.kind === 'proposition' ? [target.id, null] : [null, target.id];
  const issue = proposition === null ? null : registry.proposition.get(proposition)?.issue;
  return fits(party, parties) && fits(issue, issues) && fits(proposition, propositions) && fits(plan, plans);
}

/** As few targets as hold all that is asked for, in the order of answers. */
export function targetsFor(reader: SceneReader, { issues, propositions, plans }: HeldAsked): Target[] {
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

/** What tells what a party holds, or held, on a target from all others of a list. */
export function keyOf({ party, target }: { readonly party: string; readonly target: TargetView }): string {
  return 'plan' in target ? `${party} plan ${target.plan}` : `${party} proposition ${target.proposition}`;
}

/** Whether a key is of something on a target. */
export function isKeyOn({ kind, id }: Target, key: string): boolean {
  return key.endsWith(` ${kind} ${id}`);
}
