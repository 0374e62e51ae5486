import { compare } from '../vocabulary/compare.js';
import type { NamesByLanguage } from '../vocabulary/events/registry-entries.js';
import type { Registry } from './scene.js';
import type { Stance } from './stance.js';

/** The words of the registry for a target, and its `names` in other languages where it has some. */
export type TargetView = (
  { readonly proposition: string; readonly text: string; readonly issue: string } | { readonly plan: string; readonly title: string }
) & { readonly names?: NamesByLanguage };

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

/** A target with the words of the registry. */
export function targetView({ kind, id }: Stance['target'], registry: Registry): TargetView {
  const entry = registry[kind].get(id);
  const names = entry?.names && { names: entry.names };
  if (kind === 'plan') return { plan: id, title: registry.plan.get(id)?.title ?? id, ...names };
  const proposition = registry.proposition.get(id);
  return { proposition: id, text: proposition?.text ?? id, issue: proposition?.issue ?? '', ...names };
}
