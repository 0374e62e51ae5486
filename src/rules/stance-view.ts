import { compare } from '../vocabulary/compare.js';
import type { Registry } from './scene.js';
import type { Stance } from './stance.js';

export type TargetView =
  { readonly proposition: string; readonly text: string; readonly issue: string } | { readonly plan: string; readonly title: string };

export type StanceView = Omit<Stance, 'target' | 'current'> & { readonly target: TargetView };

/** A stance as answers show it: its target with the words of the registry. */
export function stanceView(stance: Stance, registry: Registry): StanceView {
  const { party, target, current: _, ...rest } = stance;
  return { party, target: targetView(target, registry), ...rest };
}

/** Stances in the order of answers: by target id, then party. */
export function inOrderOfAnswers(stances: readonly Stance[]): Stance[] {
  return stances.toSorted(
    (a, b) => compare(a.target.id, b.target.id) || compare(a.target.kind, b.target.kind) || compare(a.party, b.party),
  );
}

function targetView({ kind, id }: Stance['target'], registry: Registry): TargetView {
  if (kind === 'plan') return { plan: id, title: registry.plan.get(id)?.title ?? id };
  const proposition = registry.proposition.get(id);
  return { proposition: id, text: proposition?.text ?? id, issue: proposition?.issue ?? '' };
}
